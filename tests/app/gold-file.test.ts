import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readGoldFile } from "../../src/app/gold-file.ts";

const read = (content: BlobPart) => readGoldFile(new Blob([content]), { signal: new AbortController().signal });
const corpus = (text: string, start: number, end: number) => JSON.stringify({ id: "n1", text, entities: [{ start, end, type: "symptom", assertion: "absent" }] });
const envelope = { version: 1, offsetUnit: "utf16" };
const ours = { id: "1", name: "first", date: "2024-05-01", addedAtMs: 0, text: "no cough", corrections: [] };
const reading = { provenance: { kind: "student", name: "s", version: "1" }, mentions: [{ start: 3, end: 8, type: "symptom", assertion: "present", score: 0.5 }] };

describe("a gold file", () => {
  it("is corpus lines: code points become UTF-16, blank lines and a byte order mark don't matter", async () => {
    const result = await read(`\uFEFF\n${corpus("🙂 no cough", 5, 10)}\n\n`);
    expect(result).toMatchObject({ ok: true, value: [{ id: "n1", entities: [{ start: 6, end: 11, assertion: "absent" }] }] });
  });
  it("may be gzipped", async () => {
    expect(await read(new Uint8Array(gzipSync(corpus("no cough", 3, 8))))).toMatchObject({ ok: true, value: [{ text: "no cough" }] });
  });
  it("is Chartlight's own lines or document, after review", async () => {
    const rejected = { ...reading.mentions[0], verdict: "rejected", origin: "student", atMs: 1 };
    const other = { ...ours, id: "2", name: "second", text: "fever", reading: undefined, corrections: [{ start: 0, end: 5, type: "symptom", assertion: "past", score: 1, verdict: "accepted", origin: "reviewer", atMs: 1 }] };
    const notes = [{ ...ours, reading, corrections: [rejected] }, other];
    const expected = { ok: true, value: [{ id: "first", date: "2024-05-01", entities: [] }, { id: "second", entities: [{ start: 0, end: 5, assertion: "past" }] }] };
    expect(await read(notes.map((note) => JSON.stringify({ format: "chartlight-note", ...envelope, ...note })).join("\n"))).toMatchObject(expected);
    expect(await read(JSON.stringify({ format: "chartlight-notes", ...envelope, notes }))).toMatchObject(expected);
  });
});

describe("what is wrong with it is told without its text", () => {
  it.each([
    ["a line that is not JSON", `${corpus("no cough", 3, 8)}\nsecret`, "Line 2"],
    ["offsets outside the text", corpus("secret", 3, 80), "Line 1"],
    ["no labels", JSON.stringify({ id: "1", text: "secret" }), "No note of this file has a label"],
    ["nothing", "", "No note of this file has a label"],
    ["bytes that are no text", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), "could not be read"],
    ["a cut gzip", new Uint8Array([0x1f, 0x8b, 8, 0]), "could not be read"],
  ])("%s", async (_, content, message) => {
    const result = await read(content);
    expect(result.ok ? "" : result.failure.message).toContain(message);
    expect(JSON.stringify(result)).not.toContain("secret");
  });
});

it("rejects when it is called off", async () => {
  const stop = new AbortController();
  stop.abort(new Error("off"));
  await expect(readGoldFile(new Blob([corpus("no cough", 3, 8)]), { signal: stop.signal })).rejects.toThrow("off");
});
