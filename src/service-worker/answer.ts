/** What a request gets: from the build's cache, from this origin, or nothing. */

import { SECURITY_HEADERS } from "./policy.ts";
import { addToShell, fromShell, pageUrl } from "./shell-cache.ts";
import type { Trace } from "./trace.ts";

declare const self: ServiceWorkerGlobalScope;

/** How long a network that is there may be silent before the kept page is shown. */
const PATIENCE_MS = 5_000;

/** @returns undefined where the browser should go on by itself: a model's big files, other pages of the host. */
export function answer(request: Request, trace: Trace): Promise<Response> | Response | undefined {
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return Response.error();
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return undefined;
  const path = url.href.slice(self.registration.scope.length);
  if (request.mode === "navigate") return networkFirst(request, trace, pageUrl);
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
  return request.destination === "document" ? withPolicy(response) : response;
}

/** Cache first: the name carries a hash of the content. */
async function cacheFirst(request: Request, trace: Trace): Promise<Response> {
  const kept = await fromShell(request.url);
  const response = kept ?? (await trace.fetch(request));
  if (!kept && response.ok) await addToShell(request.url, response.clone());
  // Scripts of workers need the policy too; all else goes through untouched, so that compiled code stays cached.
  return request.destination === "worker" ? withPolicy(response) : response;
}

/** The same response with our headers, for hosts that set none. */
function withPolicy(response: Response): Response {
  if (response.type === "opaqueredirect" || response.status === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value);
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
