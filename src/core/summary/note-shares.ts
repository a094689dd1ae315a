/** Notes by what they foremost say of a thing, and places of several things together. */

import { ASSERTIONS, type Assertion } from "../types.ts";
import type { Place, SummaryEntry } from "./summary.ts";

/** A note that says a thing is present and, elsewhere, absent counts as present. */
const FOREMOST: readonly Assertion[] = ["present", "allergy", "possible", "past", "absent", "hypothetical", "other-person"];

/** Each note that mentions it counts once; the sum is `entry.notes`. */
export function noteShares(entry: SummaryEntry): Record<Assertion, number> {
  const counts = Object.fromEntries(ASSERTIONS.map((assertion) => [assertion, 0])) as Record<Assertion, number>;
  let [note, best] = [-1, FOREMOST.length];
  const close = (): void => {
    const assertion = FOREMOST[best];
    if (assertion !== undefined) counts[assertion]++;
    best = FOREMOST.length;
  };
  for (const place of entry.places) {
    if (place.note !== note) close();
    note = place.note;
    best = Math.min(best, FOREMOST.indexOf(place.mention.assertion));
  }
  close();
  return counts;
}

/** Places of these entries in these notes, by note and position. */
export function placesIn(entries: readonly SummaryEntry[], notes: readonly number[]): Place[] {
  const asked = new Set(notes);
  const places = entries.flatMap((entry) => entry.places.filter(({ note }) => asked.has(note)));
  return places.sort((a, b) => a.note - b.note || a.mention.start - b.mention.start);
}
