/**
 * The security policy, written once: the server's headers, the `<meta>` of the built pages and the service worker all
 * say this. There are two: the main page reaches its own origin only, the page under `compare/` (teacher mode) also the
 * providers of teachers and servers on this machine.
 */

/** Origins of the providers of src/teacher/presets.ts. A test holds the two together. */
const PROVIDERS = ["https://api.openai.com", "https://api.anthropic.com", "https://generativelanguage.googleapis.com", "https://openrouter.ai"];

/** Ports at which model servers listen by default: Ollama, LM Studio, vLLM, llama.cpp. */
const LOCAL_PORTS = [11434, 1234, 8000, 8080];

/**
 * Every origin that the page under `compare/` may reach besides its own. `more`: origins of the build's own choice, the
 * variable TEACHER_SERVERS (`http://localhost:5001 https://llm.hospital.example`).
 */
export const teacherOrigins = (more: string): readonly string[] => [
  ...PROVIDERS,
  ...LOCAL_PORTS.flatMap((port) => [`http://localhost:${port}`, `http://127.0.0.1:${port}`]),
  ...more.split(/\s+/).filter((origin) => /^https?:\/\/[^\s;,/]+$/.test(origin)),
];

/** `blob:` in worker-src is for the bootstrap in src/app/start-module-worker.ts, `'wasm-unsafe-eval'` for the engine. */
const directives = (reach: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    ["connect-src 'self'", ...reach].join(" "),
    "worker-src 'self' blob:",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join("; ");

export interface PagePolicy {
  /** For `<meta http-equiv>`: `frame-ancestors` is not allowed there. */
  readonly meta: string;
  /** For the response header. */
  readonly header: string;
}

function pagePolicy(reach: readonly string[]): PagePolicy {
  const meta = directives(reach);
  return { meta, header: `${meta}; frame-ancestors 'none'` };
}

/** The policy of every document and worker but those under `compare/`. */
export const STRICT_POLICY = pagePolicy([]);

/** `path`: of the document, relative to the main page, without a slash at its start. `more` as in `teacherOrigins`. */
export const policyOf = (path: string, more: string): PagePolicy => (path.startsWith("compare/") ? pagePolicy(teacherOrigins(more)) : STRICT_POLICY);

/** Headers of every response besides the policy. COOP and COEP together give `crossOriginIsolated`, hence threads. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Permissions-Policy":
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), serial=(), usb=(), browsing-topics=()",
};

export const headersOf = (path: string, more: string): Readonly<Record<string, string>> => ({
  "Content-Security-Policy": policyOf(path, more).header,
  ...COMMON_HEADERS,
});
