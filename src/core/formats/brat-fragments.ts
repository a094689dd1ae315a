/**
 * A span that crosses line ends, as brat writes it: fragments (http://brat.nlplab.org/standoff.html). A line of an .ann
 * file ends at every line boundary that Python knows, and its fields at tabs, so a fragment has none of them.
 */

export interface Fragment {
  readonly start: number;
  readonly end: number;
}

const BREAK = /[\s\x1c-\x1f\x85]*[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029][\s\x1c-\x1f\x85]*/g;
const ONLY_SPACE = /^[\s\x1c-\x1f\x85]*$/;

/** Offsets in UTF-16 units. None where the span is white space with a break; white space around breaks is left out. */
export function fragmentsOf(text: string, { start, end }: Fragment): Fragment[] {
  const words = text.slice(start, end);
  const fragments: Fragment[] = [];
  let at = 0;
  for (const { 0: gap, index } of words.matchAll(BREAK)) {
    if (index > at) fragments.push({ start: start + at, end: start + index });
    at = index + gap.length;
  }
  if (at < words.length) fragments.push({ start: start + at, end });
  return fragments;
}

/** The one span of fragments that white space alone parts; undefined for fragments that words part. In order. */
export function joinedSpan(text: string, fragments: readonly Fragment[]): Fragment | undefined {
  const [first] = fragments;
  const last = fragments[fragments.length - 1];
  if (first === undefined || last === undefined) return undefined;
  const parted = fragments.slice(1).every((fragment, i) => {
    const before = fragments[i]?.end ?? 0;
    return before <= fragment.start && ONLY_SPACE.test(text.slice(before, fragment.start));
  });
  return parted ? { start: first.start, end: last.end } : undefined;
}
