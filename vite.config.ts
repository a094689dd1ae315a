import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { policyPlugin } from "./build/policy-plugin.ts";
import { serviceWorkerPlugin } from "./build/service-worker-plugin.ts";
import { sizeBudgetPlugin } from "./build/size-budget-plugin.ts";

const models = JSON.parse(readFileSync(new URL("public/models/models.json", import.meta.url), "utf8")) as { default: string };

/** More origins of model servers for the page under compare/, apart by spaces; documented in docs/privacy.md. */
const teacherServers = process.env.TEACHER_SERVERS ?? "";

export default defineConfig({
  base: "./", // works under any path of a host
  appType: "mpa", // a missing file is a 404, not the page
  plugins: [react(), policyPlugin(teacherServers), sizeBudgetPlugin(120 * 1024), serviceWorkerPlugin(teacherServers)],
  define: { DEFAULT_MODEL: JSON.stringify(models.default) },
  // The engine's own files come from src/worker/engine-files.ts, not from inside its bundle.
  resolve: { conditions: ["onnxruntime-web-use-extern-wasm", ...defaultClientConditions] },
  worker: { format: "es" },
  // The dev server does not see what a worker imports, and would reload the page when it finds out.
  optimizeDeps: { include: ["onnxruntime-web/wasm", "onnxruntime-web/jspi"] },
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // the policy lets nothing but images be data:
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { main: "index.html", compare: "compare/index.html" } },
  },
});
