/** Code points ↔ UTF-16 code units. Python counts the former, everything here the latter. A lone surrogate is one of each. */

const isLead = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff;

/** UTF-16 offsets of code point offsets in ascending order. Linear. @throws RangeError outside the text or out of order. */
export function toUtf16Offsets(text: string, codePointOffsets: ArrayLike<number>): Int32Array {
  const out = new Int32Array(codePointOffsets.length);
  let utf16 = 0;
  let codePoint = 0;
  for (let i = 0; i < out.length; i++) {
    const wanted = codePointOffsets[i] ?? 0;
    while (codePoint < wanted && utf16 < text.length) {
      utf16 += isLead(text, utf16) ? 2 : 1;
      codePoint++;
    }
    if (codePoint !== wanted) throw new RangeError(`code point offset ${wanted} is out of order or outside a text of ${text.length} UTF-16 units`);
    out[i] = utf16;
  }
  return out;
}

/** Code point offsets of UTF-16 offsets in ascending order; one inside a pair counts as its start. Linear. @throws RangeError likewise. */
export function toCodePointOffsets(text: string, utf16Offsets: ArrayLike<number>): Int32Array {
  const out = new Int32Array(utf16Offsets.length);
  let utf16 = 0;
  let codePoint = 0;
  let previous = 0;
  for (let i = 0; i < out.length; i++) {
    const wanted = utf16Offsets[i] ?? 0;
    if (wanted < previous || wanted > text.length) {
      throw new RangeError(`UTF-16 offset ${wanted} is out of order or outside a text of ${text.length} UTF-16 units`);
    }
    previous = wanted;
    for (let step = isLead(text, utf16) ? 2 : 1; utf16 + step <= wanted; step = isLead(text, utf16) ? 2 : 1) {
      utf16 += step;
      codePoint++;
    }
    out[i] = codePoint;
  }
  return out;
}
