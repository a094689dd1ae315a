import { describe, expect, test } from "vitest";
import { readFiles } from "../../src/files/read-files.ts";
import { bytesOf, file, importOf } from "./made/import.ts";

const options = { chooseColumns: () => Promise.resolve(undefined), startPdfWorker: () => undefined, onProgress: () => undefined, now: () => 0 };

describe("readFiles", () => {
  test("called off between two files it ends without a word", async () => {
    const controller = new AbortController();
    const read: string[] = [];
    const files = ["a.txt", "b.txt", "c.txt"].map((path) => ({ path, sizeBytes: 6, bytes: () => (read.push(path), Promise.resolve(bytesOf("Fever."))) }));
    for await (const item of readFiles(files, { ...options, signal: controller.signal })) {
      expect(item.kind).toBe("note");
      controller.abort();
    }
    expect(read).toEqual(["a.txt"]);
  });
  test("called off while a question waits it ends, too", async () => {
    const controller = new AbortController();
    const asked = (): Promise<undefined> => {
      controller.abort();
      return Promise.resolve(undefined);
    };
    const imported = await importOf([file("a.csv", "id,text\n1,Fever since Monday"), file("b.txt", "Cough.")], { chooseColumns: asked, signal: controller.signal });
    expect(imported).toEqual({ notes: [], problems: [], notices: [] });
  });
  test("no sentence repeats what a file holds", async () => {
    const canary = "Zyqqwortex";
    const broken = [`{"id":"${canary}","text":7}`, `${canary}\u0000`, `%PDF-1.4 ${canary}`, `PK\u0003\u0004${canary}`, `id,text\n"${canary}`, `{\\rtf ${canary}`];
    const names = ["a.jsonl", "b.txt", "c.pdf", "d.zip", "e.csv", "f.rtf"];
    const { problems, notices } = await importOf(broken.map((content, i) => file(names[i] ?? "", content)));
    expect(problems).toHaveLength(names.length);
    expect([...problems, ...notices].join()).not.toContain(canary);
  });
});
