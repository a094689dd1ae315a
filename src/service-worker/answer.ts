/** What a request gets: from the build's cache, from this origin, or nothing. */

import { SECURITY_HEADERS } from "./policy.ts";
import { addToShell, fromShell, pageUrl } from "./shell-cache.ts";
import type { Trace } from "./trace.ts";

declare const self: ServiceWorkerGlobalScope;

/** @returns undefined where the browser should go on by itself: a model's big files, and what is no part of the build. */
export function answer(request: Request, trace: Trace): Promise<Response> | Response | undefined {
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return Response.error();
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return undefined;
  if (request.mode === "navigate") return page(request, trace);
  const path = request.url.slice(self.registration.scope.length);
  if (path.startsWith("assets/")) return asset(request, trace);
  if (/^models\/[^/]+\/manifest\.json$/.test(path)) return manifest(request, trace);
  return undefined;
}

/** Network first: a new version is seen at once. The cached page where there is no network, or a broken server. */
async function page(request: Request, trace: Trace): Promise<Response> {
  try {
    const response = await trace.fetch(request);
    if (response.status < 500) return withPolicy(response);
  } catch {
    // no network
  }
  const kept = await fromShell(pageUrl);
  return kept ? withPolicy(kept) : Response.error();
}

/** Network first; without one the manifest of the model that is kept on this machine (src/worker/model-cache.ts). */
async function manifest(request: Request, trace: Trace): Promise<Response> {
  try {
    return await trace.fetch(request);
  } catch {
    return (await caches.match(request.url)) ?? Response.error();
  }
}

/** Cache first: the name carries a hash of the content. */
async function asset(request: Request, trace: Trace): Promise<Response> {
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
