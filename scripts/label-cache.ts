/** Readings on disk by note, prompt, model and settings, so that a stopped run goes on where it was. No note text in it. */

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { ASSERTIONS, ENTITY_TYPES } from "../src/core/types.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const cached = v.object({
  /** UTF-16. */
  spans: v.array(v.object({ start: count, end: count, type: v.picklist(ENTITY_TYPES), assertion: v.picklist(ASSERTIONS) })),
  counts: v.object({ exact: count, repaired: count, lost: count, rejected: count }),
});
export type CachedReading = v.InferOutput<typeof cached>;

export interface LabelCache {
  get(text: string): CachedReading | undefined;
  set(text: string, reading: CachedReading): void;
}

/** `identity`: prompt hash, provider, model and every setting that changes a reply. */
export function openLabelCache(folder: string, identity: readonly string[]): LabelCache {
  mkdirSync(folder, { recursive: true });
  const path = (text: string): string => join(folder, `${createHash("sha256").update(JSON.stringify([...identity, text])).digest("hex")}.json`);
  return {
    get(text) {
      try {
        const parsed = v.safeParse(cached, JSON.parse(readFileSync(path(text), "utf8")));
        return parsed.success ? parsed.output : undefined;
      } catch {
        return undefined; // not there, or cut off by a crash: asked again
      }
    },
    set(text, reading) {
      const partial = `${path(text)}.${process.pid}.tmp`;
      writeFileSync(partial, JSON.stringify(reading));
      renameSync(partial, path(text));
    },
  };
}
