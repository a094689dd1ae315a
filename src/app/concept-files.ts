/** The files of the concept tables: fetched once, checked, kept in Cache Storage under their hash. */

import { parseConceptManifest, type ConceptManifest } from "../core/concepts/concept-manifest.ts";
import { Failure } from "../core/failure.ts";

const CACHE_NAME = "chartlight-concepts";

/** Undefined where there is no Cache Storage (private windows of some browsers): then nothing is kept. */
const openCache = (): Promise<Cache | undefined> => ("caches" in globalThis ? caches.open(CACHE_NAME).catch(() => undefined) : Promise.resolve(undefined));

async function fetchFile(url: string): Promise<Response> {
  const response = await fetch(url, { credentials: "omit" }).catch(() => undefined);
  if (response?.ok !== true) throw new Failure("network", "The concept tables could not be fetched. Connect once, and load the page again.");
  return response;
}

/** The newest manifest; without a network the one that was kept. @throws Failure `network`, `concepts-malformed` */
export async function fetchConceptManifest(baseUrl: string): Promise<ConceptManifest> {
  const url = `${baseUrl}concepts.json`;
  const cache = await openCache();
  try {
    const response = await fetchFile(url);
    const manifest = parseConceptManifest(await response.clone().json());
    await cache?.put(url, response).catch(() => undefined);
    return manifest;
  } catch (error) {
    const kept = await cache?.match(url);
    if (kept === undefined) throw error instanceof Failure ? error : new Failure("concepts-malformed", "The concept manifest is not JSON.");
    return parseConceptManifest(await kept.json());
  }
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A table's text, from the cache where its hash is kept. @throws Failure `network`, or `concepts-malformed` for another hash */
export async function fetchConceptTable(baseUrl: string, table: ConceptManifest["tables"][number]): Promise<string> {
  const url = `${baseUrl}${table.file}`;
  const key = `${url}?sha256=${table.sha256}`;
  const cache = await openCache();
  const kept = await cache?.match(key);
  if (kept !== undefined) return kept.text();
  const bytes = await (await fetchFile(url)).arrayBuffer();
  if ((await sha256(bytes)) !== table.sha256) {
    throw new Failure("concepts-malformed", `${table.file} is not the file that its manifest names. Load the page again.`);
  }
  for (const old of (await cache?.keys()) ?? []) if (old.url.startsWith(`${url}?`)) await cache?.delete(old);
  // A full disk is no reason to fail.
  await cache?.put(key, new Response(bytes)).catch(() => undefined);
  return new TextDecoder().decode(bytes);
}
