import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { fileBytes, linesOf, type Line } from "../../scripts/reading/lines.ts";

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield Promise.resolve(bytes.subarray(at, at + size));
}

async function all(source: AsyncIterable<Uint8Array>): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of linesOf(source)) lines.push(line);
  return lines;
}

it("gives the lines that split gives, wherever the stream is cut", async () => {
  const line = fc.string({ unit: "binary" }).map((text) => text.replaceAll("\n", ""));
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 40 }), async (lines, size) => {
      const text = Buffer.from(lines.join("\n"));
      const expected = text.toString().split("\n").map((content, i) => ({ number: i + 1, text: content })).filter((given) => given.text.trim() !== "");
      const found = (await all(chunks(text, size))).map(({ number, text: content }) => ({ number, text: content }));
      // The decoder drops a byte-order mark at the start of a line.
      expect(found).toEqual(expected.map((given) => ({ ...given, text: given.text.replace(/^\uFEFF/, "") })).filter((given) => given.text.trim() !== ""));
    }),
    { numRuns: 25 },
  );
});

it("gives a line that is not UTF-8 without a text, and goes on", async () => {
  const bytes = Buffer.concat([Buffer.from("a\n"), Buffer.from([0xff, 0x0a]), Buffer.from("b")]);
  expect(await all(chunks(bytes, 4))).toEqual([{ number: 1, text: "a" }, { number: 2, text: undefined }, { number: 3, text: "b" }]);
});

it("unpacks .gz and reports a file that isn't there", async () => {
  const folder = await mkdtemp(join(tmpdir(), "chartlight-lines-"));
  await writeFile(join(folder, "notes.jsonl.gz"), gzipSync("one\ntwo\n"));
  expect((await all(fileBytes(join(folder, "notes.jsonl.gz")))).map(({ text }) => text)).toEqual(["one", "two"]);
  await expect(all(fileBytes(join(folder, "missing.jsonl.gz")))).rejects.toThrow("ENOENT");
  await rm(folder, { recursive: true });
});

it("holds no more than a line of a stream, and pulls no more than it needs", async () => {
  const block = Buffer.from(`${"x".repeat(9_999)}\n`.repeat(100));
  let pulled = 0;
  const endless = async function* (): AsyncGenerator<Uint8Array> {
    for (;;) {
      pulled++;
      yield Promise.resolve(block);
    }
  };
  const lines = linesOf(endless());
  await lines.next();
  expect(pulled).toBe(1);
  for (let read = 1; read < 10_000; read++) await lines.next(); // 100 MB
  expect(pulled).toBe(100);
  expect(process.memoryUsage().arrayBuffers).toBeLessThan(60_000_000);
});
