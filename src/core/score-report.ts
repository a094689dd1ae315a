/** The scores of many notes with 95 % bootstrap intervals over the notes, made in steps so that a page can breathe between them. */

import { bootstrapSums, intervalOf, type Interval } from "./bootstrap.ts";
import { microCounts, onlyTypes, rates, scoreTally, type Rates, type Scores } from "./metrics.ts";
import { addTallies, tallyNote, type Counts, type ScoredNote, type Tally } from "./tally.ts";
import type { EntityType } from "./types.ts";

export const MATCHES = ["strict", "overlap"] as const;
export type Match = (typeof MATCHES)[number];

export type RateIntervals = Readonly<Record<keyof Rates, Interval>>;

export interface ScoreReport {
  readonly notes: number;
  readonly types: readonly EntityType[];
  readonly scores: Scores;
  /** Per type asked for, and `micro`. */
  readonly intervals: Readonly<Record<Match, Readonly<Partial<Record<EntityType | "micro", RateIntervals>>>>>;
}

const BOOTSTRAP = { seed: 1, samples: 1000 };
const RATES = ["precision", "recall", "f1"] as const;

/** Yields the share done, 0 to 1. The same notes give the same report. Spans as `scoreNotes` wants them. */
export function* scoreSteps(notes: readonly ScoredNote[], types: readonly EntityType[]): Generator<number, ScoreReport> {
  const tallies: Tally[] = [];
  for (const note of notes) {
    tallies.push(tallyNote(onlyTypes(note, types)));
    yield (0.5 * tallies.length) / notes.length;
  }
  const rows = MATCHES.flatMap((match) => [...types, "micro" as const].map((row) => ({ match, row })));
  const sums = rows.map(() => ({ precision: new Float64Array(BOOTSTRAP.samples), recall: new Float64Array(BOOTSTRAP.samples), f1: new Float64Array(BOOTSTRAP.samples) }));
  const countsOf = (tally: Tally): number[] => rows.flatMap(({ match, row }) => flat(row === "micro" ? microCounts(tally[match], types) : tally[match][row]));
  let sample = 0;
  for (const drawn of bootstrapSums(tallies.map(countsOf), BOOTSTRAP)) {
    sums.forEach((figures, i) => {
      const drawnRates = rates({ hits: drawn[3 * i] ?? 0, found: drawn[3 * i + 1] ?? 0, gold: drawn[3 * i + 2] ?? 0 });
      for (const rate of RATES) figures[rate][sample] = drawnRates[rate];
    });
    sample++;
    yield 0.5 + (0.5 * sample) / BOOTSTRAP.samples;
  }
  const intervals = (match: Match) =>
    Object.fromEntries(
      rows.flatMap(({ match: of, row }, i) => {
        const figures = sums[i];
        if (of !== match || figures === undefined || notes.length === 0) return [];
        return [[row, { precision: intervalOf(figures.precision), recall: intervalOf(figures.recall), f1: intervalOf(figures.f1) }]];
      }),
    );
  return {
    notes: notes.length,
    types,
    scores: scoreTally(addTallies(tallies), types),
    intervals: { strict: intervals("strict"), overlap: intervals("overlap") },
  };
}

const flat = ({ hits, found, gold }: Counts): number[] => [hits, found, gold];

/** The result of steps that nobody waits between. */
export function atOnce<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
