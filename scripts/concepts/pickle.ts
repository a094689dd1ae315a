/** Python pickles of plain data: dictionaries with string keys, lists, strings, numbers. Calls nothing: an opcode that could is refused. */

export type PickleValue = string | number | boolean | null | PickleValue[] | Map<string, PickleValue>;

/** @throws Error naming the opcode and its offset for anything but plain data */
export function readPickle(bytes: Buffer): PickleValue {
  const stack: PickleValue[] = [];
  const marks: number[] = [];
  const memo: PickleValue[] = [];
  const at = (index: number): PickleValue => {
    const value = stack.at(index);
    if (value === undefined) throw new Error("pickle: stack underflow");
    return value;
  };
  const sinceMark = (): PickleValue[] => stack.splice(marks.pop() ?? 0);
  const append = (items: readonly PickleValue[]): void => {
    const list = at(-1);
    if (!Array.isArray(list)) throw new Error("pickle: append to no list");
    for (const item of items) list.push(item); // not spread: a list may be longer than an argument list
  };
  const setItems = (items: readonly PickleValue[]): void => {
    const map = at(-1);
    if (!(map instanceof Map)) throw new Error("pickle: set on no dictionary");
    for (let i = 0; i + 1 < items.length; i += 2) {
      const key = items[i];
      if (typeof key !== "string") throw new Error("pickle: a key that is no string");
      map.set(key, items[i + 1] ?? null);
    }
  };
  const recall = (index: number): void => {
    const value = memo[index];
    if (value === undefined) throw new Error(`pickle: nothing kept under ${index}`);
    stack.push(value);
  };

  for (let i = 0; i < bytes.length; ) {
    const opcode = bytes[i] ?? 0;
    const start = i++;
    const text = (sizeBytes: number, width: number): void => {
      stack.push(bytes.toString("utf8", i + width, i + width + sizeBytes));
      i += width + sizeBytes;
    };
    switch (String.fromCharCode(opcode)) {
      case "\x80": i += 1; break; // protocol
      case "\x95": i += 8; break; // frame
      case "}": stack.push(new Map()); break;
      case "]": stack.push([]); break;
      case "\x8c": text(bytes.readUInt8(i), 1); break;
      case "X": text(bytes.readUInt32LE(i), 4); break;
      case "G": stack.push(bytes.readDoubleBE(i)); i += 8; break;
      case "\x88": stack.push(true); break;
      case "\x89": stack.push(false); break;
      case "N": stack.push(null); break;
      case "\x94": memo.push(at(-1)); break;
      case "h": recall(bytes.readUInt8(i)); i += 1; break;
      case "j": recall(bytes.readUInt32LE(i)); i += 4; break;
      case "(": marks.push(stack.length); break;
      case "a": append(stack.splice(-1)); break;
      case "e": append(sinceMark()); break;
      case "s": setItems(stack.splice(-2)); break;
      case "u": setItems(sinceMark()); break;
      case ".": return at(-1);
      default: throw new Error(`pickle: opcode ${opcode} at ${start} is refused`);
    }
  }
  throw new Error("pickle: no end");
}
