/** The engine behind the worker's border: loads the student once, then reads notes. Expected failures are values. */

import { Failure } from "../core/failure.ts";
import type { EngineApi, EngineInfo, LoadProgress, LoadRequest, ModelSource } from "./api.ts";
import { asResult } from "./as-result.ts";
import { openFolderModelFiles } from "./folder-model-files.ts";
import { openKeptModelFiles, openModelFiles, type ModelFiles } from "./model-files.ts";
import { openStudent, type OpenedStudent } from "./open-student.ts";
import { createReader, type Reader } from "./reader.ts";
import { createRequestLog } from "./request-log.ts";

/** `load` is called once per worker: a worker that should load something else is replaced. */
export function createEngine(): EngineApi {
  const requests = createRequestLog();
  let reader: Reader | undefined;

  const load = async ({ model, device }: LoadRequest, onProgress: (progress: LoadProgress) => void): Promise<EngineInfo> => {
    const startedAt = performance.now();
    const { student, ...running } = await openModel(model, (files) => openStudent(files, device, onProgress));
    reader = createReader(student);
    const { name, version } = student.manifest;
    return { modelName: name, modelVersion: version, ...running, loadMs: performance.now() - startedAt };
  };

  return {
    load: (request, onProgress) => asResult(load(request, onProgress)),
    read(request, onProgress) {
      if (!reader) throw new Error(`read (revision ${request.revision}) before load`);
      return reader.read(request, onProgress);
    },
    cancel() {
      reader?.cancel();
    },
    requests,
  };
}

/** Opens the model. Where the server's can't be had or does not work, the one that worked last stands in. */
async function openModel(source: ModelSource, open: (files: ModelFiles) => Promise<OpenedStudent>): Promise<OpenedStudent> {
  if (source.kind === "folder") return open(await openFolderModelFiles(source.files));
  const modelUrl = source.url;
  const attempt = async (files: ModelFiles) => {
    const opened = await open(files);
    await files.keep();
    return opened;
  };
  let current: ModelFiles | undefined;
  try {
    current = await openModelFiles(modelUrl);
    return await attempt(current);
  } catch (error) {
    const kept = await openKeptModelFiles(modelUrl);
    if (!(error instanceof Failure) || !kept || (current && hasSameFiles(kept, current))) throw error;
    return attempt(kept).catch(() => Promise.reject(error));
  }
}

const hasSameFiles = (a: ModelFiles, b: ModelFiles) => JSON.stringify(a.manifest.files) === JSON.stringify(b.manifest.files);
