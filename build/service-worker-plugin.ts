/** Builds the service worker after the page, as `sw.js`, with the list of the page's files in it. */

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin, type ResolvedConfig } from "vite";

const ENTRY = fileURLToPath(new URL("../src/service-worker/service-worker.ts", import.meta.url));

/** Not needed by every visitor, or kept elsewhere. */
const LEFT_OUT = [/^models\//, /^concepts\//, /^_headers$/, /^sw\.js$/, /\.jspi[-.]/, /(^|\/)webgpu-/, /\.map$/];

/** `teacherServers`: see `teacherOrigins` in src/service-worker/policy.ts. */
export function serviceWorkerPlugin(teacherServers: string): Plugin {
  let config: ResolvedConfig;
  return {
    name: "chartlight-service-worker",
    apply: "build",
    configResolved(resolved) {
      config = resolved;
    },
    async closeBundle() {
      const outDir = resolve(config.root, config.build.outDir);
      const files = (await filesUnder(outDir)).filter((path) => !LEFT_OUT.some((pattern) => pattern.test(path)));
      await build({
        configFile: false,
        root: config.root,
        logLevel: "warn",
        publicDir: false,
        define: {
          BUILD_ID: JSON.stringify(await hashOf(outDir, files)),
          PRECACHE: JSON.stringify(files),
          TEACHER_SERVERS: JSON.stringify(teacherServers),
        },
        build: {
          outDir,
          emptyOutDir: false,
          target: config.build.target,
          lib: { entry: ENTRY, formats: ["iife"], name: "chartlight", fileName: () => "sw.js" },
        },
      });
    },
  };
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/")).sort();
}

async function hashOf(folder: string, files: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(await readFile(join(folder, file)));
  return hash.digest("hex").slice(0, 16);
}
