/** Disjoint spans out of overlapping ones. The rule of the merge and of gold labels (training/chartlight/corpora.py). */

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The longer of two that overlap stays, the earlier of two of one length, the first given of two equal ones. In order. */
export function withoutOverlap<T extends Span>(spans: readonly T[]): T[] {
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  const kept: T[] = [];
  let knot: T[] = []; // spans chained by overlap: only they can cost each other their place
  let knotEnd = -1;
  for (const span of ordered) {
    if (span.start >= knotEnd) {
      kept.push(...untied(knot));
      knot = [];
    }
    knot.push(span);
    knotEnd = Math.max(knotEnd, span.end);
  }
  kept.push(...untied(knot));
  return kept;
}

function untied<T extends Span>(knot: readonly T[]): readonly T[] {
  if (knot.length < 2) return knot;
  const kept: T[] = [];
  for (const span of [...knot].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (kept.every((other) => span.end <= other.start || other.end <= span.start)) kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Whether a span shares a character with one of these, which are in order and disjoint. Each answer takes log n steps. */
export function overlapWith(spans: readonly Span[]): (span: Span) => boolean {
  return ({ start, end }) => {
    let low = 0; // the first that ends behind `start`
    for (let high = spans.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.end ?? Infinity) > start) high = middle;
      else low = middle + 1;
    }
    return (spans[low]?.start ?? Infinity) < end;
  };
}
