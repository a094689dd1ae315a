/** What a request gets: from the build's cache, from this origin, or nothing. */

import { teacherServers } from "./build.ts";
import { headersOf, teacherOrigins } from "./policy.ts";
import { addToShell, fromShell, pageUrl } from "./shell-cache.ts";
import type { Trace } from "./trace.ts";

declare const self: ServiceWorkerGlobalScope;

/** How long a network that is there may be silent before the kept page is shown. */
const PATIENCE_MS = 5_000;

const TEACHERS = new Set(teacherOrigins(teacherServers));

/**
 * @returns undefined where the browser should go on by itself: a model's big files, other pages of the host, and
 * requests for a teacher. Which page may make those its own policy says: a service worker can't tell at once who asks.
 */
export function answer(request: Request, trace: Trace): Promise<Response> | Response | undefined {
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return request.mode === "cors" && TEACHERS.has(url.origin) ? undefined : Response.error();
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return undefined;
  const path = pathOf(request.url);
  if (request.mode === "navigate") return networkFirst(request, trace, pageUrl(path));
  if (path.startsWith("assets/")) return cacheFirst(request, trace);
  if (path.startsWith("models/") && !path.endsWith("/manifest.json")) return undefined;
  return networkFirst(request, trace, request.url);
}

/**
 * A new version is seen at once; without a network, or with a broken server, the kept copy of `keptUrl`.
 * A model's manifest is kept by the worker (src/worker/model-cache.ts), all else in the shell.
 */
async function networkFirst(request: Request, trace: Trace, keptUrl: string): Promise<Response> {
  const network = trace.fetch(request).then(
    (response) => (response.status < 500 ? response : undefined),
    () => undefined,
  );
  const silence = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  const response =
    (await Promise.race([network, silence])) ?? (await fromShell(keptUrl)) ?? (await caches.match(keptUrl)) ?? (await network);
  if (!response) return Response.error();
  return request.destination === "document" ? withPolicy(response, pathOf(request.url)) : response;
}

/** Cache first: the name carries a hash of the content. */
async function cacheFirst(request: Request, trace: Trace): Promise<Response> {
  const kept = await fromShell(request.url);
  const response = kept ?? (await trace.fetch(request));
  if (!kept && response.ok) await addToShell(request.url, response.clone());
  // Scripts of workers need the policy too; all else goes through untouched, so that compiled code stays cached.
  return request.destination === "worker" ? withPolicy(response, pathOf(request.url)) : response;
}

/** Relative to the main page. */
const pathOf = (url: string): string => url.slice(self.registration.scope.length);

/** The same response with our headers, for hosts that set none. */
function withPolicy(response: Response, path: string): Response {
  if (response.type === "opaqueredirect" || response.status === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(headersOf(path, teacherServers))) headers.set(name, value);
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
