/**
 * The security policy, written once: the server's headers, the `<meta>` of the built page and the service worker all say this.
 * `blob:` in worker-src is for the bootstrap in src/app/start-worker.ts, `'wasm-unsafe-eval'` for the engine.
 */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "img-src 'self' data:",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
] as const;

/** For `<meta http-equiv>`: `frame-ancestors` is not allowed there. */
export const META_POLICY = DIRECTIVES.join("; ");

/** For the response header. */
export const HEADER_POLICY = `${META_POLICY}; frame-ancestors 'none'`;

/** Headers of every response. COOP and COEP together give `crossOriginIsolated`, hence threads. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": HEADER_POLICY,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Permissions-Policy":
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), serial=(), usb=(), browsing-topics=()",
};
