/** Windows over a long row of tokens: every token is read, and its result is taken where it has most context. */

export interface TokenWindow {
  /** Token indices; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The part whose results are taken. The parts of all windows are the whole row, once. */
  readonly takeFrom: number;
  readonly takeTo: number;
}

/** A quarter of a window is read twice, at most this many tokens. */
const MOST_OVERLAP = 128;

/** `size`: tokens that a window holds. @throws RangeError unless it is 1 or more */
export function tokenWindows(tokens: number, size: number): TokenWindow[] {
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`windows of ${size} tokens`);
  const overlap = Math.min(MOST_OVERLAP, size >> 2);
  const windows: { start: number; end: number }[] = [];
  for (let start = 0; start < tokens; ) {
    const end = Math.min(tokens, start + size);
    windows.push({ start, end });
    if (end === tokens) break;
    start = end - overlap;
  }
  const middle = (left: { end: number } | undefined, right: { start: number } | undefined) => (left && right ? (left.end + right.start) >> 1 : undefined);
  return windows.map((window, i) => ({
    ...window,
    takeFrom: middle(windows[i - 1], window) ?? 0,
    takeTo: middle(window, windows[i + 1]) ?? tokens,
  }));
}
