/** Names of notes from the paths of their files. */

const EXTENSIONS = /\.(txt|text|md|markdown|docx|pdf|csv|tsv|tab|json|jsonl|ndjson)(\.gz)?$/i;
const LONGEST = 160;

/** Without the file's ending, in one line, free of characters that hide or turn round what stands beside them. */
export function noteName(path: string): string {
  const name = path
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replace(/^(\.{0,2}\/)+/, "")
    .replace(EXTENSIONS, "")
    .trim();
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name || "Note";
}

/** The last part of a path. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
