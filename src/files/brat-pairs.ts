/** Which of the files belong together. */

import { extensionOf } from "./file-kind.ts";
import type { FileSource } from "./file-source.ts";

export interface FileUnit {
  readonly source: FileSource;
  /** The .ann beside a .txt. */
  readonly ann?: FileSource;
}

const stem = (path: string): string => path.replace(/\.[^./]*$/, "");

/** In the order given; an .ann goes with its .txt, one without stays alone. */
export function unitsOf(sources: readonly FileSource[]): FileUnit[] {
  const anns = new Map(sources.filter(({ path }) => extensionOf(path) === "ann").map((source) => [stem(source.path), source]));
  const paired = new Set<FileSource>();
  const units = sources.map((source): FileUnit => {
    const ann = extensionOf(source.path) === "txt" ? anns.get(stem(source.path)) : undefined;
    if (ann === undefined) return { source };
    paired.add(ann);
    return { source, ann };
  });
  return units.filter(({ source }) => !paired.has(source));
}
