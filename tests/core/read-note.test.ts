import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createChunkCache } from "../../src/core/chunk-cache.ts";
import { readNote, type NoteReading, type ReadOptions, type Student } from "../../src/core/read-note.ts";
import { fakeSession, manifest, scrambling, shortWindows, student, tagging } from "./fake-student.ts";
import { anyText, applyEdit, asyncLaw, edits, noteText } from "./laws.ts";
import { writeMarked } from "./marked.ts";

async function readings(text: string, reader: Student, options?: ReadOptions): Promise<{ yielded: NoteReading[]; last: NoteReading }> {
  const yielded: NoteReading[] = [];
  const generator = readNote(text, reader, options);
  for (;;) {
    const step = await generator.next();
    if (step.done) return { yielded, last: step.value };
    yielded.push(step.value);
  }
}
const read = async (text: string, reader: Student, options?: ReadOptions): Promise<NoteReading> => (await readings(text, reader, options)).last;

const DISEASE = ["chronic", "kidney", "disease"];
const name = DISEASE.join(" ");

describe("a note", () => {
  it("gives its mentions", async () => {
    const text = "Known chronic kidney disease, no other disease.";
    const { mentions } = await read(text, student(tagging(DISEASE)));
    expect(writeMarked(text, mentions)).toBe("Known [D chronic kidney disease], no other [D disease].");
  });

  it.each(["", " \n\t", "\0\0", "\ud800"])("without words (%j) gives none", async (text) => {
    const { yielded, last } = await readings(text, student(scrambling()));
    expect(yielded.length).toBe(1);
    expect(last).toMatchObject({ mentions: [], covered: [], totalChunks: 0, words: 0 });
  });

  it("of one huge word is one chunk", async () => {
    expect(await read("a".repeat(1_000_000), student(scrambling()))).toMatchObject({ totalChunks: 1, words: 1, covered: [{ start: 0, end: 1_000_000 }] });
  });

  it("is read by an unknown guideline: a bug that names the known ones", async () => {
    await expect(read("a", student(scrambling()), { guideline: "mine" })).rejects.toThrow("clinical, other");
  });
});

describe("laws", () => {
  it("any order of edits gives the mentions of a fresh reading", async () => {
    await asyncLaw(
      fc.asyncProperty(noteText(600), fc.array(edits, { maxLength: 5 }), async (start, changes) => {
        const kept = student(scrambling(), { manifest: shortWindows });
        let text = start;
        await read(text, kept);
        for (const change of changes) {
          text = applyEdit(text, change);
          const fresh = await read(text, student(scrambling(), { manifest: shortWindows }));
          const again = await read(text, kept);
          expect(again.mentions).toEqual(fresh.mentions);
          expect(again.covered).toEqual(fresh.covered);
        }
      }),
      40,
    );
  });

  it("mentions are never empty, in order, disjoint and inside, for any text", async () => {
    await asyncLaw(
      fc.asyncProperty(fc.oneof(anyText(400), noteText(200)), async (text) => {
        const { yielded, last } = await readings(text, student(scrambling(), { manifest: shortWindows }));
        for (const { mentions } of [...yielded, last]) {
          let at = 0;
          for (const { start, end } of mentions) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(at).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it("no mention is lost or torn at a cut", async () => {
    const filler = fc.array(fc.constantFrom("and", "the", "with", "fever,", "pain.", name, `${name}\n`), { minLength: 200, maxLength: 500 });
    await asyncLaw(
      fc.asyncProperty(filler, async (words) => {
        const text = words.join(" ");
        const { mentions, totalChunks } = await read(text, student(tagging(DISEASE), { manifest: shortWindows }));
        expect(totalChunks).toBeGreaterThan(2);
        expect(mentions.map(({ start }) => start)).toEqual([...text.matchAll(new RegExp(name, "g"))].map(({ index }) => index));
        expect(mentions.every(({ start, end }) => text.slice(start, end) === name)).toBe(true);
      }),
      40,
    );
  });
});

describe("course of a reading", () => {
  const long = Array.from({ length: 3000 }, (_, i) => `word${(i * 7919) % 9973}${i % 12 === 11 ? ".\n" : " "}`).join("");

  it("yields the cached part at once and infers the rest, the visible part first", async () => {
    const session = tagging(DISEASE);
    const reader = student(session);
    const visible = { start: 10_000, end: 11_000 };
    const first = await readings(long, reader, { visible });
    expect(first.yielded[0]).toMatchObject({ doneChunks: 0, covered: [] });
    expect(first.yielded[1]?.covered[0]?.start).toBeLessThan(11_000);
    expect(first.yielded[1]?.covered[0]?.end).toBeGreaterThan(10_000);
    expect(first.last).toMatchObject({ inferredChunks: first.last.totalChunks, covered: [{ start: 0, end: long.length }] });

    const again = await readings(long, reader, { visible });
    expect(again.yielded.length).toBe(1);
    expect(again.last).toMatchObject({ inferredChunks: 0, doneChunks: first.last.totalChunks });

    const edited = `${long.slice(0, 9000)} ${name} ${long.slice(9000)}`;
    const third = await read(edited, reader, { visible });
    expect(third.inferredChunks).toBeLessThanOrEqual(5);
    expect(third.mentions.map(({ start, end }) => edited.slice(start, end))).toEqual([name]);
  });

  it("states stay what they were", async () => {
    const { yielded } = await readings(long, student(scrambling()));
    expect(yielded.map(({ covered }) => covered.reduce((sum, { start, end }) => sum + end - start, 0))).toEqual(
      [...yielded].map(({ covered }) => covered.reduce((sum, { start, end }) => sum + end - start, 0)).sort((a, b) => a - b),
    );
    expect(yielded.map(({ doneChunks }) => doneChunks)).toEqual(yielded.map((_, i) => i));
  });

  it("ends between two chunks when aborted, with what it has", async () => {
    const signal = { aborted: false };
    const session = tagging(DISEASE);
    const generator = readNote(long, student(session), { signal });
    await generator.next();
    await generator.next();
    signal.aborted = true;
    const step = await generator.next();
    expect(step.done).toBe(true);
    expect(step.value).toMatchObject({ doneChunks: 1, inferredChunks: 1 });
    expect(session.runs.length).toBe(1);
  });

  it("an error of the session passes through and is not cached", async () => {
    let broken = true;
    const session = fakeSession(({ ids }) => {
      if (broken) throw new Error("device lost");
      return [...ids].map(() => "O" as const);
    });
    const reader = { ...student(session), cache: createChunkCache(10) };
    await expect(read("aspirin", reader)).rejects.toThrow("device lost");
    expect(reader.cache.size).toBe(0);
    broken = false;
    await expect(read("aspirin", { ...reader, session: scrambling() })).resolves.toMatchObject({ inferredChunks: 1 });
  });

  it("equal chunks are inferred once; guidelines do not share", async () => {
    const session = tagging(DISEASE);
    const reader = student(session);
    const text = `${name}\n`.repeat(2000);
    const { totalChunks, inferredChunks, mentions } = await read(text, reader);
    expect(totalChunks).toBeGreaterThan(20);
    expect(inferredChunks).toBeLessThan(8);
    expect(mentions.length).toBe(2000);
    await read("aspirin", reader);
    expect((await read("aspirin", reader, { guideline: "other" })).inferredChunks).toBe(1);
  });

  it("frames every chunk", async () => {
    const session = scrambling();
    await read(long, student(session), { guideline: "other" });
    for (const { ids, shapes } of session.runs) {
      expect([ids[0], ids[1], ids.at(-1)]).toEqual([101, 2, 102]);
      expect(ids.length).toBeLessThanOrEqual(manifest.input.maxTokens);
      expect(shapes.length).toBe(ids.length);
    }
  });
});
