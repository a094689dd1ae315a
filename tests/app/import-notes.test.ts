import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { createImportNotes, type ImportState } from "../../src/app/import-notes.ts";
import { createNotices } from "../../src/app/notices.ts";
import { createViewStore } from "../../src/app/view-store.ts";
import type { IncomingNote } from "../../src/app/workspace/workspace.ts";

/** The stores around an import, and a workspace that remembers what it was given. */
function importer() {
  const view = createViewStore("system", true);
  const batches: (readonly IncomingNote[])[] = [];
  const opened: string[] = [];
  let nowMs = 0;
  const importNotes = createImportNotes({
    workspace: {
      add(notes) {
        const before = batches.flat().length;
        batches.push(notes);
        return notes.map((_, i) => `id ${before + i}`);
      },
      open: (id) => opened.push(id),
    },
    notices: createNotices(view),
    clock: { now: () => (nowMs += 10), after: () => () => undefined },
    startPdfWorker: () => undefined,
  });
  return { importNotes, batches, opened, view, notices: () => view.getState().notices.map(({ kind, message }) => `${kind}: ${message}`) };
}

const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);
const state = (found: ReturnType<typeof importer>): ImportState => found.importNotes.store.getState();
const TABLE = "id,text\nn1,Fever since Monday.\nn2,Cough and a rash.";

describe("one file", () => {
  test("comes in without a word and is opened", async () => {
    const found = importer();
    await found.importNotes.takeFiles([file("a.txt", "Fever.")]);
    expect(found.batches).toEqual([[{ name: "a", text: "Fever." }]]);
    expect(found.opened).toEqual(["id 0"]);
    expect([state(found).phase, found.notices()]).toEqual(["idle", []]);
  });
  test("that can't be read is a notice, and the next file that can clears it", async () => {
    const found = importer();
    await found.importNotes.takeFiles([file("a.txt", "")]);
    expect(found.notices()).toEqual(["failure: a.txt: It is empty."]);
    expect(found.opened).toEqual([]);
    await found.importNotes.takeFiles([file("b.txt", "Fever.")]);
    expect(found.notices()).toEqual([]);
  });
  test("with something to know about it is opened and says so", async () => {
    const found = importer();
    await found.importNotes.takeFiles([file("a.txt", new Uint8Array([0x53, 0xf6]))]);
    expect(found.opened).toEqual(["id 0"]);
    expect(found.notices()[0]).toMatch(/^info: a\.txt: .*Windows-1252/);
  });
});

describe("several files", () => {
  test("end in a summary", async () => {
    const found = importer();
    await found.importNotes.takeFiles([file("a.txt", "Fever."), file("b.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47])), file("c.jsonl", '{"id":"c1","text":"Cough."}\n{'), file("d.txt", "")]);
    expect(state(found)).toMatchObject({ phase: "done", notes: 2, unreadFiles: 2, partlyReadFiles: 1, cancelled: false });
    expect(found.opened).toEqual([]);
    found.importNotes.dismiss();
    expect(state(found).phase).toBe("idle");
  });
  test("so does one archive", async () => {
    const found = importer();
    const zip = zipSync({ "a.txt": strToU8("Fever."), "b.txt": strToU8("Cough.") });
    await found.importNotes.takeFiles([file("a.zip", new Uint8Array(zip))]);
    expect(state(found)).toMatchObject({ phase: "done", notes: 2, problems: [] });
  });
  test("come in batches, in order", async () => {
    const found = importer();
    const lines = Array.from({ length: 120 }, (_, i) => JSON.stringify({ id: `n${i}`, text: "Fever." })).join("\n");
    await found.importNotes.takeFiles([file("a.jsonl", lines)]);
    expect(found.batches.length).toBeGreaterThan(1);
    expect(found.batches.flat().map(({ name }) => name)).toEqual(Array.from({ length: 120 }, (_, i) => `n${i}`));
  });
  test("what is taken while files are read is read after them", async () => {
    const found = importer();
    await Promise.all([found.importNotes.takeFiles([file("a.txt", "Fever.")]), found.importNotes.takeFiles([file("b.txt", "Cough.")])]);
    expect(found.batches.flat().map(({ name }) => name)).toEqual(["a", "b"]);
  });
});

describe("a question about a table", () => {
  const untilAsked = async (found: ReturnType<typeof importer>) => {
    await new Promise<void>((resolve) => {
      const stop = found.importNotes.store.subscribe((now) => {
        if (now.phase !== "running" || now.question === undefined) return;
        stop();
        resolve();
      });
    });
  };
  test("waits for its answer", async () => {
    const found = importer();
    const taking = found.importNotes.takeFiles([file("a.csv", TABLE)]);
    await untilAsked(found);
    found.importNotes.answer({ hasHeader: true, text: 1, name: 0, date: undefined });
    await taking;
    expect(found.batches.flat().map(({ name }) => name)).toEqual(["n1", "n2"]);
  });
  test("called off, the import ends and what came before stays", async () => {
    const found = importer();
    const taking = found.importNotes.takeFiles([file("a.txt", "Fever."), file("b.csv", TABLE), file("c.txt", "Pain.")]);
    await untilAsked(found);
    found.importNotes.cancel();
    await taking;
    expect(found.batches.flat().map(({ name }) => name)).toEqual(["a"]);
    expect(state(found)).toMatchObject({ phase: "done", notes: 1, problems: [], notices: [], cancelled: true });
  });
});
