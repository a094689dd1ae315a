/** Random checks with a fixed seed: the same inputs on every machine. */

import fc from "fast-check";

export function law<T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>, numRuns = 100): void {
  fc.assert(property, { seed: 20250131, numRuns });
}

export async function asyncLaw<T extends [unknown, ...unknown[]]>(property: fc.IAsyncProperty<T>, numRuns = 100): Promise<void> {
  await fc.assert(property, { seed: 20250131, numRuns });
}

/** Any UTF-16 units: control characters, halves of pairs, everything. */
export const anyText = (maxLength = 200): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 0x17f }), fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd800, max: 0xdfff })), { maxLength })
    .map((units) => String.fromCharCode(...units));

const WORDS = "the patient denies reports chest pain fever cough takes aspirin 81 mg daily metformin for type 2 diabetes mellitus no known history of and was started on lisinopril hydrochlorothiazide with improvement".split(" ");
const GAPS = [" ", " ", " ", " ", " ", " ", ", ", ". ", ". ", "\n", "\n- ", "\n\n", ": "];

/** Prose and lists of clinical words. */
export const noteText = (maxLength: number, minLength = 0): fc.Arbitrary<string> =>
  fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...GAPS)), { minLength, maxLength, size: "max" }).map((parts) => parts.flat().join(""));

/** One replaced range of a text, by shares of its length. */
export const edits = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat(30), inserted: fc.oneof(noteText(6), anyText(5)) });

export function applyEdit(text: string, { at, removed, inserted }: { at: number; removed: number; inserted: string }): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + inserted + text.slice(start + removed);
}
