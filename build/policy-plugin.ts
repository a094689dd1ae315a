/** Puts the policy where a static host needs it: into the page as `<meta>`, and into `_headers` (Netlify, Cloudflare). */

import type { Plugin } from "vite";
import { META_POLICY, SECURITY_HEADERS } from "../src/service-worker/policy.ts";

export function policyPlugin(): Plugin {
  return {
    name: "chartlight-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: META_POLICY },
        injectTo: "head-prepend",
      },
    ],
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "_headers", source: headersFile() });
    },
  };
}

function headersFile(): string {
  const lines = Object.entries(SECURITY_HEADERS).map(([name, value]) => `  ${name}: ${value}`);
  return ["/*", ...lines, "/assets/*", "  Cache-Control: public, max-age=31536000, immutable", "/sw.js", "  Cache-Control: no-cache", ""].join("\n");
}
