/** What a note is called that nobody named. */

export const UNNAMED = "New note";
const LONGEST_NAME = 60;

/** Its first line that has a letter or digit, shortened at a word; `UNNAMED` where there is none. */
export function noteName(text: string): string {
  const line = /^.*[\p{L}\p{N}].*$/mu.exec(text.slice(0, 2_000))?.[0].trim().replace(/\s+/g, " ");
  if (line === undefined) return UNNAMED;
  if (line.length <= LONGEST_NAME) return line;
  const cut = line.slice(0, LONGEST_NAME + 1);
  const words = cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST_NAME / 2));
  return `${words.trim().replace(/[\ud800-\udbff]$/, "")}…`;
}
