/** Puts the policy where a host needs it: into the pages as `<meta>`, into `_headers` (Netlify, Cloudflare), and into the local servers' replies. */

import type { Connect, Plugin } from "vite";
import { COMMON_HEADERS, headersOf, policyOf, STRICT_POLICY, teacherOrigins } from "../src/service-worker/policy.ts";

/** `teacherServers`: see `teacherOrigins`. */
export function policyPlugin(teacherServers: string): Plugin {
  return {
    name: "chartlight-policy",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { path, server }) =>
        server
          ? []
          : [
              {
                tag: "meta",
                attrs: { "http-equiv": "Content-Security-Policy", content: policyOf(withoutSlash(path), teacherServers).meta },
                injectTo: "head-prepend",
              },
            ],
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "_headers", source: headersFile(teacherServers) });
    },
    configurePreviewServer({ middlewares }) {
      middlewares.use(withHeaders((path) => headersOf(path, teacherServers)));
    },
    configureServer({ middlewares }) {
      middlewares.use(withHeaders((path) => ({ ...COMMON_HEADERS, "Content-Security-Policy": developmentPolicy(path, teacherServers) })));
    },
  };
}

const withoutSlash = (path: string): string => path.replace(/^\//, "");

const withHeaders =
  (headers: (path: string) => Readonly<Record<string, string>>): Connect.NextHandleFunction =>
  (request, response, next) => {
    for (const [name, value] of Object.entries(headers(withoutSlash(request.url ?? "")))) response.setHeader(name, value);
    next();
  };

/** Hot reloading needs inline scripts and styles and a socket; other hosts stay shut out in development too. */
const developmentPolicy = (path: string, teacherServers: string): string =>
  [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    ["connect-src 'self' ws:", ...(path.startsWith("compare/") ? teacherOrigins(teacherServers) : [])].join(" "),
    "worker-src 'self' blob:",
    "img-src 'self' data:",
  ].join("; ");

/** No path has two rules with a policy: the hosts would join them, and both would hold. */
function headersFile(teacherServers: string): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>): string[] => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)];
  const strict = { "Content-Security-Policy": STRICT_POLICY.header };
  return [
    ...rule("/*", COMMON_HEADERS),
    ...rule("/", strict),
    ...rule("/index.html", strict),
    ...rule("/compare/*", { "Content-Security-Policy": policyOf("compare/", teacherServers).header }),
    ...rule("/assets/*", { ...strict, "Cache-Control": "public, max-age=31536000, immutable" }),
    ...rule("/sw.js", { ...strict, "Cache-Control": "no-cache" }),
    "",
  ].join("\n");
}
