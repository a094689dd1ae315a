/** What the build puts into the service worker (build/service-worker-plugin.ts). */

/** Hash of the whole build: names its cache. */
declare const BUILD_ID: string;
/** Files of the build, relative to the page, that make it work without a network. */
declare const PRECACHE: readonly string[];
/** Origins of model servers that the build allows besides the usual ones (`teacherOrigins` in policy.ts). */
declare const TEACHER_SERVERS: string;

export const buildId = BUILD_ID;
export const precache = PRECACHE;
export const teacherServers = TEACHER_SERVERS;
