/** Time, tokens and money of each reader of a note, and how the student stands to a teacher. */

import { formatCost, type Cost } from "../../teacher/cost.ts";
import type { Usage } from "../../teacher/teacher-failure.ts";
import type { ComparedNote } from "./compare-store.ts";
import { DICTIONARY_ID } from "./dictionary.ts";
import type { TeacherChoice } from "./teacher-choice.ts";

export interface EffortRow {
  readonly name: string;
  /** Undefined for the student where a part came from its cache: that time says nothing. */
  readonly latencyMs: number | undefined;
  readonly usage: Usage | undefined;
  readonly cost: Cost | undefined;
  readonly counts: { readonly exact: number; readonly repaired: number; readonly lost: number; readonly rejected: number } | undefined;
  /** How many times longer than the student, and how many times dearer; undefined where it can't be told. */
  readonly timesSlower: number | undefined;
  readonly timesDearer: number | undefined;
}

/** `hourUsd`: what an hour of the machine that the student runs on is taken to cost. The student's row first. */
export function effortRows(note: ComparedNote, teachers: readonly TeacherChoice[], hourUsd: number): EffortRow[] {
  const { reading } = note.student;
  const pace = reading.phase === "done" ? reading.pace : undefined;
  const latencyMs = pace !== undefined && pace.inferredChunks === pace.chunks && pace.latencyMs > 0 ? pace.latencyMs : undefined;
  const studentUsd = latencyMs === undefined ? undefined : studentCostUsd(latencyMs, hourUsd);
  const student: EffortRow = { name: "Student", latencyMs, usage: undefined, cost: undefined, counts: undefined, timesSlower: undefined, timesDearer: undefined };
  const rows = [DICTIONARY_ID, ...teachers.map(({ id }) => id)].flatMap((id): EffortRow[] => {
    const run = note.runs[id];
    if (run?.phase !== "done") return [];
    const { reading: taught } = run;
    const usd = taught.cost.kind === "usd" ? taught.cost.usd : undefined;
    return [
      {
        name: run.sent.name,
        latencyMs: taught.latencyMs,
        usage: taught.usage,
        cost: taught.cost,
        counts: taught.counts,
        timesSlower: latencyMs === undefined ? undefined : taught.latencyMs / latencyMs,
        timesDearer: usd === undefined || studentUsd === undefined || studentUsd === 0 ? undefined : usd / studentUsd,
      },
    ];
  });
  return [student, ...rows];
}

/** Of the machine's time alone. */
export const studentCostUsd = (latencyMs: number, hourUsd: number): number => (latencyMs / 3_600_000) * hourUsd;

/** "unknown" where nobody knows, never 0. */
export const describeCost = (cost: Cost | undefined): string => (cost === undefined ? "unknown" : cost.kind === "usd" ? `${formatCost(cost)} (prices as of ${cost.asOf})` : formatCost(cost));

/** 12.34 → "12"; 3.21 → "3.2" */
export const formatTimes = (times: number): string => (times >= 10 ? Math.round(times).toLocaleString("en-GB") : times.toFixed(1));
