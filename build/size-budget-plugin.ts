/** Fails the build when the scripts that a page loads at once, before the engine, grow over the budget. Each page counts by itself. */

import { brotliCompressSync } from "node:zlib";
import type { Plugin } from "vite";

export function sizeBudgetPlugin(limitBytes: number): Plugin {
  return {
    name: "chartlight-size-budget",
    apply: "build",
    generateBundle(_options, bundle) {
      for (const entry of Object.values(bundle)) {
        if (entry.type !== "chunk" || !entry.isEntry) continue;
        const loaded = new Set<string>();
        const follow = (fileName: string) => {
          const chunk = bundle[fileName];
          if (chunk?.type !== "chunk" || loaded.has(fileName)) return;
          loaded.add(fileName);
          chunk.imports.forEach(follow);
        };
        follow(entry.fileName);
        const sizes = [...loaded].map((name) => {
          const chunk = bundle[name];
          return chunk?.type === "chunk" ? brotliCompressSync(chunk.code).length : 0;
        });
        const sizeBytes = sizes.reduce((sum, size) => sum + size, 0);
        const text = `scripts of ${entry.name}: ${(sizeBytes / 1024).toFixed(1)} KiB brotli of ${limitBytes / 1024} KiB`;
        if (sizeBytes > limitBytes) this.error(text);
        this.info(text);
      }
    },
  };
}
