/** Gates on logits: does a graph compute what it should? */

import type { StudentOutput, StudentSession } from "../../src/core/student.ts";
import type { ReferenceRun } from "./reference-file.ts";

export interface LogitGap {
  /** Largest absolute difference of any logit. */
  readonly largest: number;
  /** Where it is: index of the run and of the token in it. */
  readonly run: number;
  readonly token: number;
}

/** Largest difference between a student's logits and stored ones. */
export async function logitGap(student: StudentSession, runs: readonly ReferenceRun[]): Promise<LogitGap> {
  let worst: LogitGap = { largest: 0, run: 0, token: 0 };
  for (const [run, expected] of runs.entries()) {
    const output = await student.run({ ids: Int32Array.from(expected.ids), shapes: Int32Array.from(expected.shapes) });
    for (const [given, wanted] of pairs(output, expected)) {
      if (given.length !== wanted.length) throw new RangeError(`run ${run}: ${given.length} logits instead of ${wanted.length}`);
      const classes = wanted.length / expected.ids.length;
      for (const [index, logit] of given.entries()) {
        const difference = Math.abs(logit - (wanted[index] ?? NaN));
        const gap = Number.isNaN(difference) ? Infinity : difference;
        if (gap > worst.largest) worst = { largest: gap, run, token: Math.floor(index / classes) };
      }
    }
  }
  return worst;
}

/** @throws RangeError naming the worst token when the gap is over the limit. */
export function assertGap(what: string, { largest, run, token }: LogitGap, limit: number): void {
  if (largest > limit) throw new RangeError(`${what}: logits differ by ${largest}, over ${limit}, at token ${token} of run ${run}`);
}

function pairs(output: StudentOutput, expected: ReferenceRun): [Float32Array, readonly number[]][] {
  return [
    [output.tagLogits, expected.tagLogits],
    [output.assertionLogits, expected.assertionLogits],
  ];
}
