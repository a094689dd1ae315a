/** One file over the network, with progress in bytes. */

import { Failure } from "../core/failure.ts";
import type { ModelFile } from "../core/manifest.ts";

/**
 * The file's bytes, or undefined when there are more or fewer than the manifest says.
 * `onBytes` gets the size of each piece as it arrives.
 * @throws Failure `model-missing` on 404 and 410, `network` on anything else.
 */
export async function fetchBytes(url: string, file: ModelFile, onBytes: (count: number) => void): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const response = await fetchOrFail(url, { cache: "no-store" });
  const bytes = new Uint8Array(file.sizeBytes);
  let filled = 0;
  try {
    // A file of no bytes has no body.
    for await (const piece of response.body ?? []) {
      if (filled + piece.length > bytes.length) return undefined;
      bytes.set(piece, filled);
      filled += piece.length;
      onBytes(piece.length);
    }
  } catch (cause) {
    throw offline(cause);
  }
  return filled === bytes.length ? bytes : undefined;
}

/** @throws Failure `model-missing` on 404 and 410, `network` on anything else. */
export async function fetchOrFail(url: string, options: Pick<RequestInit, "cache" | "signal">): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { ...options, credentials: "omit", redirect: "error" });
  } catch (cause) {
    throw offline(cause);
  }
  if (response.status === 404 || response.status === 410) {
    throw new Failure("model-missing", `A file of the model, ${fileName(url)}, is not on the server. Publish the complete model folder, then try again.`);
  }
  if (!response.ok) {
    throw new Failure("network", `The server answered ${response.status} for ${fileName(url)}. Try again later.`);
  }
  return response;
}

function offline(cause: unknown): Failure {
  return new Failure("network", "The model could not be downloaded. Connect to the network once and try again; after that no network is needed.", { cause });
}

function fileName(url: string): string {
  return url.slice(url.lastIndexOf("/") + 1);
}
