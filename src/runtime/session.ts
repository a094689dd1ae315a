/** An onnxruntime session as a StudentSession: names and shapes of the graphs that scripts/export-onnx.ts writes. */

import type { InferenceSession, Tensor } from "onnxruntime-web/wasm";
import { Failure } from "../core/failure.ts";
import type { StudentInput, StudentOutput, StudentSession } from "../core/student.ts";

/** External data file that both graphs name. */
export const WEIGHTS_NAME = "weights.bin";

export type IntTensor = (data: Int32Array, dims: readonly number[]) => Tensor;

/** Inputs `ids`, `shapes`: int32 [1, T]. Outputs `tag_logits` [1, T, tags], `assertion_logits` [1, T, assertions]: float32. */
export function studentSession(session: InferenceSession, tensor: IntTensor): StudentSession {
  return {
    async run({ ids, shapes }: StudentInput): Promise<StudentOutput> {
      if (ids.length !== shapes.length) throw new RangeError(`${ids.length} ids, ${shapes.length} shapes`);
      const dims = [1, ids.length];
      const outputs = await session.run({ ids: tensor(ids, dims), shapes: tensor(shapes, dims) });
      return { tagLogits: floats(outputs, "tag_logits"), assertionLogits: floats(outputs, "assertion_logits") };
    },
    release: () => session.release(),
  };
}

/** Runs one short input, so that the first note doesn't pay for lazy compilation. */
export async function warmUp(student: StudentSession): Promise<void> {
  await student.run({ ids: new Int32Array(WARM_UP_TOKENS), shapes: new Int32Array(WARM_UP_TOKENS) });
}
const WARM_UP_TOKENS = 16;

/** Opens, warms up and wraps a session. @throws Failure `engine-unsupported`. */
export async function opened(session: Promise<InferenceSession>, tensor: IntTensor): Promise<StudentSession> {
  try {
    const student = studentSession(await session, tensor);
    await warmUp(student);
    return student;
  } catch (cause) {
    throw new Failure("engine-unsupported", "The engine that reads notes did not start here. Update the browser or try another.", { cause });
  }
}

function floats(outputs: InferenceSession.OnnxValueMapType, name: string): Float32Array {
  const data = outputs[name]?.data;
  if (!(data instanceof Float32Array)) throw new TypeError(`the graph has no float32 output ${name}`);
  return data;
}
