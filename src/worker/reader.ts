/** One reading at a time, the newest first. Between two chunks the worker hears newer requests and cancel. */

import type { FailureValue, Result } from "../core/failure.ts";
import { readNote, type NoteReading, type Student } from "../core/read-note.ts";
import type { Provenance } from "../core/types.ts";
import type { ReadOutcome, ReadProgress, ReadRequest } from "./api.ts";
import { createThrottle, nextTask } from "./pace.ts";

export interface Reader {
  /** Ends the reading under way; resolves `superseded` when a newer call or `cancel` ends it. Never rejects. */
  read(request: ReadRequest, onProgress: (progress: ReadProgress) => void): Promise<Result<ReadOutcome>>;
  cancel(): void;
}

/** Telling costs the page's thread in proportion to what has been read, so the more that is, the rarer. */
const progressIntervalMs = (doneChunks: number) => Math.max(100, 5 * doneChunks);

const CRASHED: FailureValue = { code: "engine-crashed", message: "The engine that reads notes stopped. It is started again by itself." };

export function createReader(student: Student): Reader {
  const provenance: Provenance = { kind: "student", name: student.manifest.name, version: student.manifest.version };
  let current: { aborted: boolean } = { aborted: true };
  let idle: Promise<unknown> = Promise.resolve();

  const run = async (request: ReadRequest, signal: { aborted: boolean }, onProgress: (progress: ReadProgress) => void): Promise<Result<ReadOutcome>> => {
    const { revision } = request;
    const startedAt = performance.now();
    const superseded = { ok: true, value: { kind: "superseded", revision } } as const;
    const isOver = () => signal.aborted; // asked anew each time: it changes while we wait
    if (isOver()) return superseded;
    try {
      const reading = readNote(request.text, student, { visible: request.visible, signal });
      const throttle = createThrottle();
      for (;;) {
        const step = await reading.next();
        if (isOver()) return superseded;
        if (step.done) return { ok: true, value: outcome(step.value, { revision, latencyMs: performance.now() - startedAt, provenance }) };
        const { doneChunks, totalChunks } = step.value;
        if (throttle(progressIntervalMs(doneChunks))) {
          const { mentions, covered } = step.value;
          onProgress({ revision, mentions, covered, doneChunks, totalChunks });
        }
        await nextTask();
      }
    } catch {
      // The cause may carry note text: it stays here.
      return { ok: false, failure: CRASHED };
    }
  };

  return {
    read(request, onProgress) {
      current.aborted = true;
      const signal = { aborted: false };
      current = signal;
      const reading = idle.then(() => run(request, signal, onProgress));
      idle = reading;
      return reading;
    },
    cancel() {
      current.aborted = true;
    },
  };
}

function outcome(reading: NoteReading, rest: { readonly revision: number; readonly latencyMs: number; readonly provenance: Provenance }): ReadOutcome {
  const { mentions, totalChunks: chunks, inferredChunks, words } = reading;
  return { kind: "done", mentions, chunks, inferredChunks, words, ...rest };
}
