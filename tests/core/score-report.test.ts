import { expect, it } from "vitest";
import { bootstrapInterval } from "../../src/core/bootstrap.ts";
import { rates, scoreNotes, type ScoredNote } from "../../src/core/metrics.ts";
import { atOnce, MATCHES, scoreSteps } from "../../src/core/score-report.ts";
import { addCounts, NOTHING, tallyNote } from "../../src/core/tally.ts";
import { ENTITY_TYPES } from "../../src/core/types.ts";
import { readMarked } from "./marked.ts";

const note = (gold: string, found: string): ScoredNote => ({ gold: readMarked(gold).mentions, found: readMarked(found).mentions });
const NOTES = [
  note("[M aspirin] for [D chest pain]", "[M aspirin] for [S chest pain]"),
  note("no [S/absent fever], [S cough]", "no [S fever], cough"),
  note("[D HTN]", "[D HTN] [D CKD]"),
];

it("the scores are those of scoreNotes, the intervals those of a bootstrap of each figure by itself", () => {
  const report = atOnce(scoreSteps(NOTES, ENTITY_TYPES));
  expect(report.scores).toEqual(scoreNotes(NOTES, ENTITY_TYPES));
  const tallies = NOTES.map(tallyNote);
  for (const match of MATCHES) {
    for (const type of ENTITY_TYPES) {
      for (const rate of ["precision", "recall", "f1"] as const) {
        const alone = bootstrapInterval(tallies, (drawn) => rates(drawn.map((tally) => tally[match][type]).reduce(addCounts, NOTHING))[rate], { seed: 1, samples: 1000 });
        expect(report.intervals[match][type]?.[rate]).toEqual(alone);
      }
    }
  }
});

it("types that the gold does not label count nowhere", () => {
  const { scores, intervals } = atOnce(scoreSteps(NOTES, ["medication"]));
  expect(scores.strict.micro.counts).toEqual({ hits: 1, found: 1, gold: 1 });
  expect(Object.keys(intervals.strict)).toEqual(["medication", "micro"]);
});

it("progress grows to 1; no notes have scores of 0 and no intervals", () => {
  const shares = [...scoreSteps(NOTES, ENTITY_TYPES)];
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  const empty = atOnce(scoreSteps([], ENTITY_TYPES));
  expect(empty.scores.strict.micro.rates.f1).toBe(0);
  expect(empty.intervals.strict).toEqual({});
});

it("2,000 notes take a second of a processor at most", () => {
  const many = Array.from({ length: 2000 }, (_, i) => NOTES[i % 3] ?? { gold: [], found: [] });
  const before = process.cpuUsage();
  atOnce(scoreSteps(many, ENTITY_TYPES));
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
});
