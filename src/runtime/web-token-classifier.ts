/** Another student's network in a browser's worker, on the processor. */

import { env, InferenceSession, Tensor } from "onnxruntime-web/wasm";
import { Failure } from "../core/failure.ts";
import type { TokenClassifier } from "../core/other-student/read-other.ts";
import { tokenClassifier, type ClassifierFacts } from "./token-classifier.ts";

export interface ClassifierRequest {
  readonly graph: Uint8Array;
  /** The files that the graph names. */
  readonly externalData: readonly { readonly path: string; readonly data: Uint8Array }[];
  /** Fixed by the first session of a worker. */
  readonly threads: number;
  /** The engine itself: this worker may fetch nothing. */
  readonly wasmBinary: ArrayBuffer;
  /** Absolute URL of the engine's script. */
  readonly mjs: string;
}

/** @throws Failure `model-corrupt`, `model-unsupported` */
export async function openWebTokenClassifier(request: ClassifierRequest, facts: ClassifierFacts): Promise<TokenClassifier> {
  env.wasm.numThreads = request.threads;
  env.wasm.wasmBinary = request.wasmBinary;
  env.wasm.wasmPaths = { mjs: request.mjs };
  env.logLevel = "fatal";
  let session: InferenceSession;
  try {
    session = await InferenceSession.create(request.graph, { executionProviders: ["wasm"], externalData: request.externalData });
  } catch (cause) {
    // The engine's own message may name parts of the file, no more; it is of use to developers only.
    throw new Failure("model-corrupt", "The engine can't open the .onnx file: it is damaged, too large for this browser's memory, or uses what the engine lacks. Choose another .onnx file, or export it again.", { cause });
  }
  return tokenClassifier(session, facts, (type, data, dims) => (type === "int32" ? new Tensor("int32", data as Int32Array, dims) : new Tensor("int64", data as BigInt64Array, dims)));
}
