/** Does this device compute the network that was trained? Held against logits that the exporter stored. */

import type { GoldenRun } from "../core/manifest.ts";
import type { StudentSession } from "../core/student.ts";

/** True when every logit of the golden input is within the golden tolerance. Errors of the session pass through. */
export async function passesSelfCheck(session: StudentSession, golden: GoldenRun): Promise<boolean> {
  const output = await session.run({ ids: Int32Array.from(golden.ids), shapes: Int32Array.from(golden.shapes) });
  return (
    close(output.tagLogits, golden.tagLogits, golden.tolerance) &&
    close(output.assertionLogits, golden.assertionLogits, golden.tolerance)
  );
}

function close(given: Float32Array, expected: readonly number[], tolerance: number): boolean {
  if (given.length !== expected.length) return false;
  // Written so that NaN fails.
  return expected.every((value, index) => Math.abs((given[index] ?? NaN) - value) <= tolerance);
}
