/** Many notes through one teacher: so many at a time, so many a minute, and no further call once calling is useless. */

import pLimit from "p-limit";
import type { AnnotateOptions, Teacher, TeacherNote, TeacherReading } from "./teacher.ts";
import { TeacherFailure, type TeacherFailureCode } from "./teacher-failure.ts";
import type { Surroundings } from "./transport.ts";

export interface LabelOptions extends Pick<Surroundings, "nowMs" | "sleep"> {
  readonly concurrency: number;
  /** Requests begun in a minute; undefined: as many as come. */
  readonly perMinute?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onReading: (note: TeacherNote, reading: TeacherReading) => void;
  readonly onFailure: (note: TeacherNote, failure: TeacherFailure) => void;
  readonly onWait?: AnnotateOptions["onWait"];
}

/** The next note would fail likewise. */
const USELESS: ReadonlySet<TeacherFailureCode> = new Set(["teacher-auth", "teacher-model", "teacher-quota", "teacher-budget"]);

/**
 * Ends when every note was tried, or after a failure that the others would share (their key, model, credit, budget),
 * or when cancelled. Returns that failure. Errors that are no TeacherFailure pass through.
 */
export async function labelNotes(notes: readonly TeacherNote[], teacher: Teacher, options: LabelOptions): Promise<TeacherFailure | undefined> {
  const { concurrency, signal, onReading, onFailure, onWait } = options;
  const limit = pLimit(concurrency);
  const pace = createPace(options);
  let stopped: TeacherFailure | undefined;
  const cancelled = (): boolean => signal?.aborted === true;
  const label = async (note: TeacherNote): Promise<void> => {
    if (stopped !== undefined || cancelled()) return;
    try {
      await pace();
      onReading(note, await teacher.annotate(note, { signal, onWait }));
    } catch (error) {
      if (cancelled()) return;
      if (!(error instanceof TeacherFailure)) throw error;
      if (USELESS.has(error.code)) stopped ??= error;
      onFailure(note, error);
    }
  };
  await Promise.all(notes.map((note) => limit(label, note)));
  return stopped;
}

/** Resolves when the next request may begin: evenly spaced over the minute. */
function createPace({ perMinute, nowMs, sleep, signal }: LabelOptions): () => Promise<void> {
  let nextMs = -Infinity;
  return async () => {
    if (perMinute === undefined) return;
    const now = nowMs();
    const startMs = Math.max(now, nextMs);
    nextMs = startMs + 60_000 / perMinute;
    if (startMs > now) await sleep(startMs - now, signal);
  };
}
