/** What the build puts into the service worker (build/service-worker-plugin.ts). */

/** Hash of the whole build: names its cache. */
declare const BUILD_ID: string;
/** Files of the build, relative to the page, that make it work without a network. */
declare const PRECACHE: readonly string[];

export const buildId = BUILD_ID;
export const precache = PRECACHE;
