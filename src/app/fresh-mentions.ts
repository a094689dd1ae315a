import type { Mention } from "../core/types.ts";

/** A part of the note, UTF-16 offsets. */
export interface NoteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What to show while a note is read again: the new mentions, and the old ones that touch nothing that was read yet
 * and no new mention. All three arguments are in order and disjoint, and so is the result. One sweep.
 */
export function freshMentions(old: readonly Mention[], fresh: readonly Mention[], covered: readonly NoteRange[]): Mention[] {
  const shown: Mention[] = [];
  let f = 0;
  let c = 0;
  for (const mention of old) {
    for (let next = fresh[f]; next !== undefined && next.start < mention.end; next = fresh[++f]) shown.push(next);
    while ((covered[c]?.end ?? Infinity) <= mention.start) c++;
    const read = (covered[c]?.start ?? Infinity) < mention.end;
    const overlaps = (shown[shown.length - 1]?.end ?? 0) > mention.start;
    if (!read && !overlaps) shown.push(mention);
  }
  for (let next = fresh[f]; next !== undefined; next = fresh[++f]) shown.push(next);
  return shown;
}
