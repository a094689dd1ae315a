/** Whether two words are a slip of the keyboard apart. */

/**
 * Optimal string alignment distance (insertions, deletions, substitutions, neighbours swapped), or `limit + 1` when it is more.
 * Symmetric. Counts UTF-16 units.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let start = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const width = endB - start;
  const height = endA - start;
  if (width === 0 || height === 0) return Math.min(width + height, limit + 1);

  let twoAbove = new Uint16Array(width + 1);
  let above = new Uint16Array(width + 1).map((_, column) => column);
  let row = new Uint16Array(width + 1);
  for (let i = 1; i <= height; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= width; j++) {
      const same = a.charCodeAt(start + i - 1) === b.charCodeAt(start + j - 1);
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped =
        i > 1 && j > 1 && a.charCodeAt(start + i - 1) === b.charCodeAt(start + j - 2) && a.charCodeAt(start + i - 2) === b.charCodeAt(start + j - 1);
      if (swapped) cost = Math.min(cost, (twoAbove[j - 2] ?? 0) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    // A swap reaches two rows up, so one more row must be out of reach before the search may end; this bound is safe without it.
    if (least > limit + 1) return limit + 1;
    [twoAbove, above, row] = [above, row, twoAbove];
  }
  return Math.min(above[width] ?? 0, limit + 1);
}
