/** The page's own engine under Node: the same WASM arithmetic, hence the same logits as in the browser. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
// Under Node the package gives its Node build here: the same WASM file, with threads that Node can start.
import { env, InferenceSession, Tensor } from "onnxruntime-web";
import type { StudentSession } from "../core/student.ts";
import { opened, WEIGHTS_NAME } from "./session.ts";

/** `graph`: path of a graph whose external data lies beside it. `threads` is fixed by the first session of a process. */
export async function openNodeWasmSession(graph: string, threads = 1): Promise<StudentSession> {
  env.wasm.numThreads = threads;
  env.logLevel = "error";
  const data = await readFile(join(graph, "..", WEIGHTS_NAME));
  const session = InferenceSession.create(await readFile(graph), {
    executionProviders: ["wasm"],
    externalData: [{ path: WEIGHTS_NAME, data }],
  });
  return opened(session, (values, dims) => new Tensor("int32", values, dims));
}
