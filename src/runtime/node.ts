/** The native engine, about twice as fast as WASM. Same graphs, but not bit-equal: other kernels, other order of sums. */

import { InferenceSession, Tensor } from "onnxruntime-node";
import type { StudentSession } from "../core/student.ts";
import { opened } from "./session.ts";

/** `graph`: path of a graph whose external data lies beside it. */
export async function openNativeSession(graph: string, threads = 1): Promise<StudentSession> {
  const session = InferenceSession.create(graph, {
    executionProviders: ["cpu"],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  });
  return opened(session, (values, dims) => new Tensor("int32", values, dims));
}
