/**
 * Where the test servers listen. `E2E_PORT` moves them all, so that two checkouts can test at once. Each of
 * Playwright's parallel workers has servers of its own, because they count what reaches them; in a worker the
 * ports below are those of its own servers.
 */

export const WORKERS = 2;

const PORTS_A_WORKER = 10;
const base = Number(process.env.E2E_PORT ?? 4173);

/** The first port of each worker. */
export const WORKER_PORTS: readonly number[] = Array.from({ length: WORKERS }, (_, worker) => base + worker * PORTS_A_WORKER);

const first = base + Number(process.env.TEST_PARALLEL_INDEX ?? 0) * PORTS_A_WORKER;

/** `vite preview`, with the security headers. */
export const PREVIEW_PORT = first;
/** The same files from a host that sets no header at all. */
export const PLAIN_PORT = first + 1;
/** Another origin that would take anything and counts what arrives. */
export const SINK_PORT = first + 2;
/** For a test that starts a host of its own, to stop it. */
export const OWN_PORT = first + 3;

export const PREVIEW_URL = `http://localhost:${PREVIEW_PORT}/`;
export const PLAIN_URL = `http://localhost:${PLAIN_PORT}/`;
export const SINK_URL = `http://localhost:${SINK_PORT}/`;

/** The build under test. */
export const DIST = process.env.E2E_DIST ?? "dist";
