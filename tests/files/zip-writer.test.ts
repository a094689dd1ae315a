import { strFromU8, unzipSync } from "fflate";
import fc from "fast-check";
import { expect, test } from "vitest";
import { zipPieces, type ZipEntry } from "../../src/files/zip-writer.ts";
import { law } from "../core/laws.ts";

const AT_MS = Date.UTC(2026, 10, 25);

function zipped(entries: readonly ZipEntry[]): Uint8Array {
  return new Uint8Array(Buffer.concat([...zipPieces(entries, AT_MS)].flat()));
}

test("what goes in comes out of a zip reader, in order; the same input gives the same bytes", () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,12}\.txt$/), { maxLength: 5 });
  law(
    fc.property(names, fc.array(fc.string({ unit: "grapheme", maxLength: 50 }), { maxLength: 4 }), (all, parts) => {
      const entries = all.map((name) => ({ name, parts: [name, ...parts] }));
      const bytes = zipped(entries);
      const files = unzipSync(bytes);
      expect(Object.keys(files)).toEqual(all);
      for (const name of all) expect(strFromU8(files[name] ?? new Uint8Array())).toBe([name, ...parts].join(""));
      expect(zipped(entries)).toEqual(bytes);
    }),
  );
});

test("a long file is compressed in steps", () => {
  const text = "No chest pain. ".repeat(50_000);
  const steps = [...zipPieces([{ name: "long.txt", parts: [text] }], AT_MS)];
  expect(steps.length).toBeGreaterThan(10);
  const bytes = new Uint8Array(Buffer.concat(steps.flat()));
  expect(bytes.length).toBeLessThan(text.length / 20);
  expect(strFromU8(unzipSync(bytes)["long.txt"] ?? new Uint8Array())).toBe(text);
});
