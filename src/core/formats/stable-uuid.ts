/** Names of parts of an export: the same part gets the same UUID, so that an export can be repeated byte for byte. */

/** UUID of version 8 (RFC 9562, "custom") from a 128-bit MurmurHash-like mix. No secret, and no proof of anything. */
export function stableUuid(...parts: readonly (string | number)[]): string {
  const key = parts.join("\u0000");
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef];
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    a = b ^ Math.imul(a ^ unit, 597399067);
    b = c ^ Math.imul(b ^ unit, 2869860233);
    c = d ^ Math.imul(c ^ unit, 951274213);
    d = a ^ Math.imul(d ^ unit, 2716044179);
  }
  const hex = [mixed(a ^ c), mixed(b ^ d), mixed(c ^ b), mixed(d ^ a)].map((word) => word.toString(16).padStart(8, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** The finaliser of MurmurHash3: each bit of the input moves half of the output's. */
function mixed(word: number): number {
  const first = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}
