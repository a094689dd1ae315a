import { describe, expect, test } from "vitest";
import type { NoteRecord } from "../../../src/core/note-record.ts";
import { Failure } from "../../../src/core/failure.ts";
import { createNoteList } from "../../../src/app/workspace/note-list.ts";
import { createNoteWriter } from "../../../src/app/workspace/note-writer.ts";
import type { NoteChanges, NoteStorage } from "../../../src/storage/note-storage.ts";
import { createFakeClock } from "../fake-clock.ts";
import { mention } from "../mention.ts";
import { PROVENANCE } from "../fake-engine.ts";

const record = (id: string, text = "fever"): NoteRecord => ({ id, name: id, text, addedAtMs: 0, reading: undefined, corrections: [] });

/** The device's side: a store that can be full. */
function openWriter() {
  const clock = createFakeClock();
  const list = createNoteList();
  const writes: NoteChanges[] = [];
  const refused: unknown[] = [];
  const device = { full: false };
  const storage: NoteStorage = {
    load: () => Promise.resolve({ notes: [], openId: undefined, malformed: 0 }),
    write(changes) {
      if (device.full && changes.notes.length > 0) return Promise.reject(new Failure("storage-full", "Full."));
      writes.push(changes);
      return Promise.resolve();
    },
    erase: () => Promise.resolve(),
    askToPersist: () => Promise.resolve(),
  };
  let kept = { notes: 0, sizeBytes: 0 };
  const writer = createNoteWriter({ storage, list, openId: () => "a", clock, onKept: (now) => (kept = now), onRefused: (error) => refused.push(error) });
  list.onChange(writer.touch);
  return { clock, list, writes, refused, device, writer, kept: () => kept };
}

describe("what is written", () => {
  test("each part by itself, at once", async () => {
    const { clock, list, writes, kept } = openWriter();
    const first = record("a");
    list.put([first]);
    await clock.pass(0);
    expect(writes).toMatchObject([{ notes: [{ record: { id: "a" }, place: 1 }], removed: [] }]);
    const reading = { mentions: [mention(0, 5)], provenance: PROVENANCE };
    const read = { ...first, reading };
    list.put([read]);
    await clock.pass(0);
    expect(writes[1]).toMatchObject({ notes: [], findings: [["a", reading]], corrections: [] });
    list.put([{ ...read, corrections: [{ ...mention(0, 5), verdict: "accepted", origin: "student", atMs: 1 }] }]);
    await clock.pass(0);
    expect(writes[2]).toMatchObject({ notes: [], findings: [], corrections: [["a", [{ verdict: "accepted" }]]] });
    list.remove(["a"]);
    await clock.pass(0);
    expect(writes[3]).toMatchObject({ removed: ["a"] });
    expect(kept()).toEqual({ notes: 0, sizeBytes: 0 });
  });

  test("many notes in batches", async () => {
    const { clock, list, writes, kept } = openWriter();
    list.put(Array.from({ length: 250 }, (_, i) => record(`n${i}`)));
    await clock.pass(0);
    expect(writes.map(({ notes }) => notes.length)).toEqual([100, 100, 50]);
    expect(kept().notes).toBe(250);
  });

  test("a text that is being typed after a pause, or when the page goes", async () => {
    const { clock, list, writes, writer } = openWriter();
    list.put([record("a")]);
    await clock.pass(0);
    for (const text of ["fever a", "fever an", "fever and"]) {
      list.put([{ ...record("a"), text }]);
      await clock.pass(50);
    }
    expect(writes).toHaveLength(1);
    await clock.pass(300);
    expect(writes.at(-1)?.notes[0]?.record.text).toBe("fever and");
    list.put([{ ...record("a"), text: "cough" }]);
    await writer.flush();
    expect(writes.at(-1)?.notes[0]?.record.text).toBe("cough");
  });

  test("what lies there already is not written again", async () => {
    const { clock, list, writes, writer } = openWriter();
    const notes = [{ record: record("a"), place: 1 }];
    writer.adopt(notes);
    list.insert(notes);
    await clock.pass(1000);
    expect(writes).toEqual([]);
  });
});

test("a full device: told once in a while, nothing is forgotten, and a removal makes room at once", async () => {
  const { clock, list, writes, refused, device, kept } = openWriter();
  list.put([record("a"), record("b")]);
  await clock.pass(0);
  device.full = true;
  for (let i = 0; i < 50; i++) {
    list.put([record(`c${i}`)]);
    await clock.pass(10);
  }
  expect(refused).toHaveLength(1);
  device.full = false;
  list.remove(["b"]);
  await clock.pass(0);
  expect(writes.at(-2)).toMatchObject({ removed: ["b"], notes: [] });
  expect(writes.at(-1)?.notes).toHaveLength(50);
  expect(kept().notes).toBe(51);
});

test("stopped, it writes nothing any more, not even the rest of many notes", async () => {
  const { list, writes, writer, clock } = openWriter();
  list.put(Array.from({ length: 250 }, (_, i) => record(`n${i}`)));
  await writer.stop();
  await clock.pass(10_000);
  expect(writes).toHaveLength(1);
});
