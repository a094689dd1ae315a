/** The student in a browser's worker. The WASM build of the engine is imported here, the WebGPU build only when asked for. */

import { env, InferenceSession, Tensor } from "onnxruntime-web/wasm";
import type { StudentSession } from "../core/student.ts";
import { opened, WEIGHTS_NAME } from "./session.ts";

/** Absolute URLs of the engine's own files: `ort-wasm-simd-threaded[.jspi]` of the device's build. */
export interface EngineFiles {
  readonly mjs: string;
  readonly wasm: string;
}

export interface WebSessionRequest {
  readonly device: "wasm" | "webgpu";
  /** `wasm.onnx` or `webgpu.onnx`, as the device needs. */
  readonly graph: Uint8Array;
  readonly weights: Uint8Array;
  /** WASM threads; more than one needs cross-origin isolation. Fixed by the first session of a worker. */
  readonly threads: number;
  readonly wasmPaths: EngineFiles;
}

/** A warmed-up session. @throws Failure `engine-unsupported`, also where WebGPU or JSPI is missing. */
export async function openWebSession(request: WebSessionRequest): Promise<StudentSession> {
  if (request.device === "webgpu") return (await import("./webgpu.ts")).openWebGpuSession(request);
  env.wasm.numThreads = request.threads;
  env.wasm.wasmPaths = request.wasmPaths;
  env.logLevel = "error";
  const session = InferenceSession.create(request.graph, {
    executionProviders: ["wasm"],
    externalData: [{ path: WEIGHTS_NAME, data: request.weights }],
  });
  return opened(session, (data, dims) => new Tensor("int32", data, dims));
}
