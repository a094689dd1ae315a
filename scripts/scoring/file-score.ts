/** Scores of one corpora file, with 95 % intervals over its notes. */

import { bootstrapInterval, type Interval } from "../../src/core/bootstrap.ts";
import { microCounts, rates, scoreNotes, type Scores } from "../../src/core/metrics.ts";
import { addCounts, NOTHING, tallyNote, type Counts, type ScoredNote, type Tally } from "../../src/core/tally.ts";
import type { EntityType } from "../../src/core/types.ts";

export interface FileScore {
  readonly data: string;
  readonly guideline: string;
  readonly notes: number;
  readonly types: readonly EntityType[];
  readonly scores: Scores;
  /** Of F1, per type and `micro`. */
  readonly intervals: { readonly strict: Readonly<Record<string, Interval>>; readonly overlap: Readonly<Record<string, Interval>> };
}

const BOOTSTRAP = { seed: 1, samples: 1000 };

export function fileScore(data: string, guideline: string, { notes, types }: { notes: readonly ScoredNote[]; types: readonly EntityType[] }): FileScore {
  const tallies = notes.map(tallyNote);
  const interval = (countsOf: (tally: Tally) => Counts): Interval =>
    bootstrapInterval(tallies.map(countsOf), (drawn) => rates(drawn.reduce(addCounts, NOTHING)).f1, BOOTSTRAP);
  const intervals = (part: "strict" | "overlap"): Record<string, Interval> => ({
    ...Object.fromEntries(types.map((type) => [type, interval((tally) => tally[part][type])])),
    micro: interval((tally) => microCounts(tally[part], types)),
  });
  return {
    data,
    guideline,
    notes: notes.length,
    types,
    scores: scoreNotes(notes, types),
    intervals: { strict: intervals("strict"), overlap: intervals("overlap") },
  };
}
