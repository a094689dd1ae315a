/** Starts the worker that reads PDFs: they are other people's programs, so they are read away from the page. */
import workerUrl from "../files/pdf-worker.ts?worker&url";
import { startModuleWorker } from "./start-module-worker.ts";

export function startPdfWorker(): Worker {
  return startModuleWorker(new URL(workerUrl, import.meta.url).href, "chartlight-pdf", globalThis);
}
