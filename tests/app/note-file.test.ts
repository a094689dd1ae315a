import { describe, expect, test } from "vitest";
import { decodeNote } from "../../src/app/note-file.ts";

const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));

describe("decodeNote", () => {
  test("UTF-8, with and without a byte order mark", () => {
    expect(decodeNote(bytes("Sjögren 🫀", "utf8"))).toEqual({ ok: true, value: { text: "Sjögren 🫀", notice: undefined } });
    expect(decodeNote(bytes("\uFEFFSjögren", "utf8"))).toEqual({ ok: true, value: { text: "Sjögren", notice: undefined } });
  });
  test("UTF-16 with its mark", () => {
    expect(decodeNote(bytes("\uFEFFSjögren", "utf16le"))).toEqual({ ok: true, value: { text: "Sjögren", notice: undefined } });
  });
  test("anything else is Windows-1252, and that is said", () => {
    const result = decodeNote(new Uint8Array([0x53, 0x6a, 0xf6, 0x67, 0x72, 0x65, 0x6e]));
    expect(result).toMatchObject({ ok: true, value: { text: "Sjögren" } });
    expect(result.ok && result.value.notice).toMatch(/Windows-1252/);
  });
  test.each([
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]],
    ["nothing", []],
    ["white space", [0x20, 0x0a]],
  ])("%s is refused", (_, content) => {
    expect(decodeNote(new Uint8Array(content))).toMatchObject({ ok: false, failure: { code: "file-unreadable" } });
  });
});
