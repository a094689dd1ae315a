/** Scores of one corpora file, with 95 % intervals over its notes. */

import type { Interval } from "../../src/core/bootstrap.ts";
import type { Scores } from "../../src/core/metrics.ts";
import { atOnce, scoreSteps, type Match } from "../../src/core/score-report.ts";
import type { ScoredNote } from "../../src/core/tally.ts";
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

export function fileScore(data: string, guideline: string, { notes, types }: { notes: readonly ScoredNote[]; types: readonly EntityType[] }): FileScore {
  const { scores, intervals } = atOnce(scoreSteps(notes, types));
  const ofF1 = (match: Match): Record<string, Interval> => Object.fromEntries(Object.entries(intervals[match]).map(([type, { f1 }]) => [type, f1]));
  return { data, guideline, notes: notes.length, types, scores, intervals: { strict: ofF1("strict"), overlap: ofF1("overlap") } };
}
