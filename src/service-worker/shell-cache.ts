/** The page and its scripts in Cache Storage, one cache per build. Models are not here: src/worker/model-cache.ts. */

import { buildId, precache } from "./build.ts";
import type { Trace } from "./trace.ts";

declare const self: ServiceWorkerGlobalScope;

/** The scope is in the name: two copies under one origin don't delete each other's. */
const PREFIX = `chartlight-shell ${self.registration.scope} `;
const CACHE_NAME = PREFIX + buildId;

/** The page that a navigation is for, whatever its query: the main one, or the one under `compare/`. `path` is relative to the main page. */
export const pageUrl = (path: string): string =>
  new URL(path.startsWith("compare/") ? "compare/index.html" : "index.html", self.registration.scope).href;

/** Fetches and keeps every file of this build; fails as a whole when one can't be had. */
export async function storeShell(trace: Trace): Promise<void> {
  const shell = await caches.open(CACHE_NAME);
  await Promise.all(
    precache.map(async (path) => {
      const url = new URL(path, self.registration.scope).href;
      // A file with a hash in its name may come from the HTTP cache: the page has just loaded it.
      const cache = path.startsWith("assets/") ? "default" : "reload";
      const response = await trace.fetch(new Request(url, { cache, credentials: "omit" }));
      if (!response.ok) throw new Error(`${response.status} for ${path}`);
      await shell.put(url, response);
    }),
  );
}

export async function deleteOldShells(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE_NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
}

export async function fromShell(url: string): Promise<Response | undefined> {
  return (await caches.open(CACHE_NAME)).match(url, { ignoreVary: true });
}

/** Keeps a copy; a full disk is no reason to fail. */
export async function addToShell(url: string, response: Response): Promise<void> {
  try {
    await (await caches.open(CACHE_NAME)).put(url, response);
  } catch {
    return;
  }
}
