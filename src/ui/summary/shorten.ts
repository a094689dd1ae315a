/** Text to a width, where SVG can't do it by itself. */

/** About 0.55 em a letter in system fonts; a chart's labels need no more exactness. */
const LETTER_EM = 0.55;

/** Cut with "…" to about `width` pixels at a font size of `size`. */
export function shorten(text: string, width: number, size: number): string {
  const letters = Math.max(1, Math.floor(width / (size * LETTER_EM)));
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1)).trimEnd()}…`;
}
