import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/files/decode-text.ts";
import { bytesOf, file, importOf } from "./made/import.ts";

describe("decodeText", () => {
  test("UTF-8, with and without a byte order mark", () => {
    expect(decodeText(bytesOf("Sjögren 🫀"))).toEqual({ text: "Sjögren 🫀", notice: undefined });
    expect(decodeText(bytesOf("\uFEFFSjögren"))).toEqual({ text: "Sjögren", notice: undefined });
  });
  test("UTF-16 with its mark, both ways round", () => {
    const little = bytesOf("\uFEFFSjögren", "utf16le");
    expect(decodeText(little)).toEqual({ text: "Sjögren", notice: undefined });
    expect(decodeText(new Uint8Array(Buffer.from(little).swap16()))).toEqual({ text: "Sjögren", notice: undefined });
  });
  test("anything else is Windows-1252, and that is said", () => {
    const { text, notice } = decodeText(new Uint8Array([0x53, 0x6a, 0xf6, 0x67, 0x72, 0x65, 0x6e]));
    expect(text).toBe("Sjögren");
    expect(notice).toMatch(/Windows-1252/);
  });
});

describe("text files", () => {
  test("become notes of their name, with single line feeds", async () => {
    const { notes, problems, notices } = await importOf([file("ward 3/b.txt", "Fever.\r\nCough.\rPain."), file("a.md", "# Plan\n")]);
    expect(notes).toEqual([
      { name: "a", text: "# Plan\n" },
      { name: "ward 3/b", text: "Fever.\nCough.\nPain." },
    ]);
    expect([problems, notices]).toEqual([[], []]);
  });
  test("of any name or none are tried as text", async () => {
    const { notes } = await importOf([file("NOTE", "Fever."), file("letter.final", "Cough.")]);
    expect(notes.map(({ name }) => name)).toEqual(["letter.final", "NOTE"]);
  });
  test("come in the order that people count in", async () => {
    const { notes } = await importOf(["note 10.txt", "note 9.txt", "note 1.txt"].map((name) => file(name, "Fever.")));
    expect(notes.map(({ name }) => name)).toEqual(["note 1", "note 9", "note 10"]);
  });
  test("a name can't hide anything", async () => {
    const { notes } = await importOf([file("../../etc/\u202Etxt.exe\u0007.txt", "Fever."), file(`${"x".repeat(500)}.txt`, "Fever.")]);
    expect(notes.map(({ name }) => name)).toEqual(["etc/txt.exe", `${"x".repeat(159)}…`]);
  });
});

describe("files that are no text", () => {
  test.each<[what: string, path: string, content: string | Uint8Array<ArrayBuffer>, why: RegExp]>([
    ["empty", "a.txt", "", /is empty/],
    ["blank", "a.txt", " \n\t\n", /is empty/],
    ["only a byte order mark", "a.txt", "\uFEFF", /is empty/],
    ["NUL bytes", "a.txt", "Fever\u0000and\u0000cough", /not plain text/],
    ["UTF-16 without its mark", "a.txt", bytesOf("Fever", "utf16le"), /not plain text/],
    ["a picture", "scan.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /picture.*OCR/],
    ["a picture by the name of a text", "a.txt", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), /picture.*OCR/],
    ["rich text", "a.rtf", "{\\rtf1 Fever}", /\.docx or \.txt/],
    ["rich text by another name", "a.doc", "{\\rtf1 Fever}", /rich text/],
    ["Word 97", "a.doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /save it as \.docx/],
    ["a protected .docx", "a.docx", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /password/],
    ["a web page", "a.html", "<p>Fever</p>", /paste its text/],
    ["a workbook's name without its content", "a.xlsx", "x", /as \.csv/],
    ["too large", "a.txt", new Uint8Array(5_000_001).fill(97), /larger than 5 MB.*paste/],
  ])("%s", async (_, path, content, why) => {
    const { notes, problems } = await importOf([file(path, content)]);
    expect(notes).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(why);
  });

  test("what is too large is refused before a byte of it is read", async () => {
    const huge = { path: "a.csv", sizeBytes: 500_000_000, bytes: () => Promise.reject(new Error("read")) };
    expect((await importOf([huge])).problems).toEqual(["a.csv: It is larger than 200 MB. Split it."]);
  });
  test("a file that has gone away", async () => {
    const gone = { path: "a.txt", sizeBytes: 3, bytes: () => Promise.reject(new Error("A requested file could not be found: Doe, John.txt")) };
    const { problems } = await importOf([gone, file("b.txt", "Fever.")]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).not.toMatch(/Doe/);
  });
  test("what systems leave beside the files is passed over in silence", async () => {
    const paths = [".DS_Store", "a/Thumbs.db", "desktop.ini", "~$letter.docx", "__MACOSX/a.txt", "a/.git/config", "._a.txt"];
    expect(await importOf(paths.map((path) => file(path, "x")))).toEqual({ notes: [], problems: [], notices: [] });
  });
});
