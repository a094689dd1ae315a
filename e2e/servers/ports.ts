/** Where the test servers listen. `E2E_PORT` moves them all, so that two checkouts can test at once. */

const first = Number(process.env.E2E_PORT ?? 4173);

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
