import type { FileRemark } from "../../app/import-notes.ts";

export interface RemarkGroup {
  readonly message: string;
  readonly paths: readonly string[];
  /** Files beyond those named. */
  readonly more: number;
}

const NAMED = 4;
const GROUPS = 100;

/** Files of which the same is to be said, together; a folder of pictures is one line. In the order of their coming. */
export function remarkGroups(remarks: readonly FileRemark[]): readonly RemarkGroup[] {
  const pathsOf = new Map<string, string[]>();
  for (const { path, message } of remarks) {
    const paths = pathsOf.get(message);
    if (paths === undefined) pathsOf.set(message, [path]);
    else paths.push(path);
  }
  const groups = [...pathsOf].map(([message, paths]) => ({ message, paths: paths.slice(0, NAMED), more: Math.max(0, paths.length - NAMED) }));
  return groups.slice(0, GROUPS);
}
