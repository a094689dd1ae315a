/** The student on WebGPU. Imported lazily: the WASM path never loads this build of the engine (17 MB). */

import { env, InferenceSession, Tensor } from "onnxruntime-web/jspi";
import { Failure } from "../core/failure.ts";
import type { StudentSession } from "../core/student.ts";
import { opened, WEIGHTS_NAME } from "./session.ts";
import type { WebSessionRequest } from "./web.ts";

/** The smaller of the two WebGPU builds needs JSPI (WebAssembly.Suspending). */
export async function openWebGpuSession(request: WebSessionRequest): Promise<StudentSession> {
  if (!("Suspending" in WebAssembly)) {
    throw new Failure("engine-unsupported", "This browser can't run the student on the graphics processor yet (no JSPI).");
  }
  env.wasm.numThreads = 1;
  env.wasm.wasmPaths = request.wasmPaths;
  env.logLevel = "error";
  const session = InferenceSession.create(request.graph, {
    executionProviders: ["webgpu"],
    externalData: [{ path: WEIGHTS_NAME, data: request.weights }],
  });
  return opened(session, (data, dims) => new Tensor("int32", data, dims));
}
