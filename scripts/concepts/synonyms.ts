/** The project's own synonym lists: "left side = name; name", a line each, "#" for remarks. */

import { readFileSync } from "node:fs";

export interface SynonymLine {
  readonly target: string;
  readonly names: readonly string[];
}

/** @throws Error with the line number for a line without "=" or without names */
export function readSynonyms(url: URL): SynonymLine[] {
  return readFileSync(url, "utf8")
    .split("\n")
    .flatMap((line, i) => {
      if (line.trim() === "" || line.startsWith("#")) return [];
      const at = line.indexOf("=");
      const names = line
        .slice(at + 1)
        .split(";")
        .map((name) => name.trim())
        .filter(Boolean);
      if (at < 1 || names.length === 0) throw new Error(`synonyms line ${i + 1} is malformed`);
      return [{ target: line.slice(0, at).trim(), names }];
    });
}
