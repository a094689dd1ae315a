import { gzipSync, strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { docx } from "./made/docx.ts";
import { file, importOf, texts } from "./made/import.ts";
import { FLAGS, INFLATED_SIZE, METHOD, withField, zip } from "./made/zip.ts";

const two = zip({ "ward/a.txt": "Fever.", "ward/deep/b.txt": "Cough." });

describe("a .zip", () => {
  test("gives the notes of all its folders, named by their paths", async () => {
    const { notes, problems } = await importOf([file("notes.zip", two)]);
    expect(notes).toEqual([
      { name: "ward/a", text: "Fever." },
      { name: "ward/deep/b", text: "Cough." },
    ]);
    expect(problems).toEqual([]);
  });
  test("may hold every kind of file", async () => {
    const content = zip({ "a.csv": "id,text\n1,Fever and cough since Monday\n", "b.docx": docx("Pain."), "c.jsonl": '{"id":"c1","text":"Rash."}', "d.txt.gz": gzipSync(strToU8("Itch.")), "__MACOSX/._a": "x" });
    expect(texts(await importOf([file("all.zip", content)]))).toEqual(["Fever and cough since Monday", "Pain.", "Rash.", "Itch."]);
  });
  test("is known by its content", async () => {
    expect(texts(await importOf([file("notes", two)]))).toEqual(["Fever.", "Cough."]);
  });
  test("paths that lead out are names and nothing else", async () => {
    const { notes } = await importOf([file("a.zip", zip({ "../../../etc/passwd.txt": "Fever.", "/root/b.txt": "Cough." }))]);
    expect(notes.map(({ name }) => name)).toEqual(["etc/passwd", "root/b"]);
  });
  test("one bad entry does not stop the others", async () => {
    const { notes, problems } = await importOf([file("a.zip", zip({ "a.txt": "Fever.", "b.docx": "no Word", "c.png": new Uint8Array([0x89, 0x50, 0x4e, 0x47]), "d.txt": "Cough." }))]);
    expect(notes.map(({ name }) => name)).toEqual(["a", "d"]);
    expect(problems.map((problem) => problem.split(":")[0])).toEqual(["a.zip/b.docx", "a.zip/c.png"]);
  });
  test("progress counts what is in it", async () => {
    const seen: string[] = [];
    await importOf([file("a.zip", two)], { onProgress: ({ doneFiles, totalFiles }) => seen.push(`${doneFiles}/${totalFiles}`) });
    expect(seen).toEqual(["0/1", "0/3", "1/3", "2/3", "3/3"]);
  });
});

describe("a bomb is refused before it goes off", () => {
  const zeros = new Uint8Array(12_000_000);
  test.each([
    ["ratio", zip({ "a.txt": zeros }), /200 times/],
    ["total", withField(zip({ "a.txt": "Fever.", "b.txt": "Cough." }), INFLATED_SIZE, 400_000_000, 4), /500 MB/],
    ["a zip in a zip", zip({ "inner.zip": two }), /\.zip inside a \.zip/],
  ])("%s", async (_, bytes, why) => {
    const { notes, problems } = await importOf([file("bomb.zip", bytes)]);
    expect(notes).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(why);
  });
  test("many entries", async () => {
    const many = zip(Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`${i}.txt`, "x"])));
    expect((await importOf([file("many.zip", many)])).problems[0]).toMatch(/20,000 files/);
  });
  test("an entry that is larger than it says is not inflated further", async () => {
    const lies = withField(zip({ "a.txt": zeros }), INFLATED_SIZE, 1000, 4);
    expect((await importOf([file("a.zip", lies)])).problems[0]).toMatch(/damaged inside/);
  });
  test("in a Word document", async () => {
    const { problems } = await importOf([file("a.docx", zip({ "word/document.xml": zeros }))]);
    expect(problems[0]).toMatch(/200 times/);
  });
});

describe("a damaged .zip says so", () => {
  const damaged = two.slice();
  damaged[32 + "ward/a.txt".length] = (damaged[32 + "ward/a.txt".length] ?? 0) ^ 0xff; // in the first entry's content
  test.each([
    ["cut off", two.slice(0, two.length - 30), /not a complete \.zip/],
    ["its first bytes only", two.slice(0, 4), /not a complete \.zip/],
    ["no zip", new Uint8Array(Buffer.from("hello")), /not a \.zip/],
    ["empty", new Uint8Array(0), /is empty/],
    ["protected", withField(two, FLAGS, 1, 2), /password/],
    ["packed in an unknown way", withField(two, METHOD, 99, 2), /not read here/],
    ["a byte changed", damaged, /damaged inside/],
  ])("%s", async (_, bytes, why) => {
    const { problems } = await importOf([file("a.zip", bytes)]);
    expect(problems[0]).toMatch(why);
  });
  test("with no file in it nothing is said of files", async () => {
    expect(await importOf([file("a.zip", zip({}))])).toEqual({ notes: [], problems: [], notices: [] });
  });
});

describe("a .gz", () => {
  const packed = new Uint8Array(gzipSync(strToU8('{"id":"n1","text":"Fever."}\n{"id":"n2","text":"Cough."}\n')));
  test("is read as what it holds", async () => {
    expect(texts(await importOf([file("notes.jsonl.gz", packed)]))).toEqual(["Fever.", "Cough."]);
  });
  test.each([
    ["cut off", packed.slice(0, packed.length - 12), /not a complete \.gz/],
    ["damaged", packed.map((byte, i) => (i === 20 ? byte ^ 0xff : byte)), /not a complete \.gz/],
    ["no gz", new Uint8Array(Buffer.from("hello")), /not a \.gz/],
  ])("%s", async (_, bytes, why) => {
    const { notes, problems } = await importOf([file("a.jsonl.gz", bytes)]);
    expect(notes).toEqual([]);
    expect(problems[0]).toMatch(why);
  });
  test("a bomb is stopped while it unpacks", async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(101_000_000)));
    expect((await importOf([file("a.txt.gz", bomb)])).problems[0]).toMatch(/100 MB when unpacked/);
  });
});
