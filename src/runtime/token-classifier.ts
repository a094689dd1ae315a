/** An onnxruntime session of any token classifier that Hugging Face's tools export. */

import type { InferenceSession, Tensor } from "onnxruntime-web/wasm";
import { shown } from "../core/other-student/export-config.ts";
import type { TokenClassifier } from "../core/other-student/read-other.ts";
import { Failure } from "../core/failure.ts";

export interface ClassifierFacts {
  /** Classes that config.json names. */
  readonly labels: number;
  readonly firstPosition: number;
  /** Ids that the tokenizer may give, for a try. */
  readonly sample: readonly number[];
}

export type MakeTensor = (type: "int64" | "int32", data: BigInt64Array | Int32Array, dims: readonly number[]) => Tensor;

/** What an input is filled with. */
const INPUTS: Readonly<Record<string, (id: number, at: number, firstPosition: number) => number>> = {
  input_ids: (id) => id,
  attention_mask: () => 1,
  token_type_ids: () => 0,
  position_ids: (_, at, firstPosition) => firstPosition + at,
};

/** Tries it once. @throws Failure `model-unsupported` with what does not fit */
export async function tokenClassifier(session: InferenceSession, { labels, firstPosition, sample }: ClassifierFacts, makeTensor: MakeTensor): Promise<TokenClassifier> {
  const inputs = session.inputMetadata.map((input) => ({ name: input.name, type: input.isTensor ? input.type : undefined }));
  const unknown = inputs.filter(({ name }) => !Object.hasOwn(INPUTS, name));
  if (unknown.length > 0 || !inputs.some(({ name }) => name === "input_ids")) {
    const what = unknown.length > 0 ? `wants ${unknown.map(({ name }) => shown(name)).slice(0, 3).join(", ")}` : "takes no input_ids";
    throw new Failure("model-unsupported", `The .onnx file ${what}, which a note does not give. Export it for token classification: optimum-cli export onnx --task token-classification`);
  }
  const run = async (ids: readonly number[]): Promise<Float32Array> => {
    const feeds = inputs.map(({ name, type }) => {
      const values = ids.map((id, at) => INPUTS[name]?.(id, at, firstPosition) ?? 0);
      const tensor = type === "int32" ? makeTensor("int32", Int32Array.from(values), [1, ids.length]) : makeTensor("int64", BigInt64Array.from(values, BigInt), [1, ids.length]);
      return [name, tensor] as const;
    });
    const outputs = await session.run(Object.fromEntries(feeds));
    const output = outputs.logits ?? Object.values(outputs)[0];
    const dims = output?.dims ?? [];
    if (dims.length !== 3 || dims[1] !== ids.length) {
      throw new Failure("model-unsupported", "The .onnx file gives no label a token. Export the model for token classification: optimum-cli export onnx --task token-classification");
    }
    if (dims[2] !== labels) throw new Failure("model-unsupported", `The .onnx file knows ${dims[2] ?? 0} labels, config.json names ${labels}. Choose files of one model.`);
    if (!(output?.data instanceof Float32Array)) throw new Failure("model-unsupported", "The .onnx file calculates in a number format that can't be run here (float16). Choose a quantised or a float32 file.");
    return output.data;
  };
  try {
    await run(sample);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure("model-unsupported", "The .onnx file could not read a first word. Its tokenizer may be of another model, or it uses what this page's engine lacks. Export all files together.", { cause: error });
  }
  return { run, release: () => session.release() };
}
