/** A JSON document around a long list, an item a line, made piece by piece. */

/** `head` ends where the first item would stand, `tail` begins behind the last. */
export function* jsonList(head: string, items: Iterable<object>, tail: string): Generator<string> {
  let before = `${head}\n`;
  for (const item of items) {
    yield before + JSON.stringify(item);
    before = ",\n";
  }
  yield before === ",\n" ? `\n${tail}\n` : `${head}${tail}\n`;
}
