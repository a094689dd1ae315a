import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCodePointOffsets, toUtf16Offsets } from "../../src/core/offsets.ts";
import { anyText, law } from "./laws.ts";

describe("offsets", () => {
  it("differ after an astral character", () => {
    expect([...toUtf16Offsets("💊 aspirin", [0, 1, 2, 9])]).toEqual([0, 2, 3, 10]);
    expect([...toCodePointOffsets("💊 aspirin", [0, 2, 3, 10])]).toEqual([0, 1, 2, 9]);
    expect([...toCodePointOffsets("💊 aspirin", [1])]).toEqual([0]);
  });

  it("there and back is the same, and agrees with the iterator", () => {
    law(
      fc.property(anyText(), (text) => {
        const all = Array.from({ length: Array.from(text).length + 1 }, (_, i) => i);
        const utf16 = toUtf16Offsets(text, all);
        expect([...toCodePointOffsets(text, utf16)]).toEqual(all);
        expect([...utf16]).toEqual(all.map((n) => Array.from(text).slice(0, n).join("").length));
      }),
    );
  });

  it("outside or out of order is a bug with its numbers", () => {
    expect(() => toUtf16Offsets("💊", [2])).toThrow("2");
    expect(() => toCodePointOffsets("💊", [3])).toThrow("3");
    expect(() => toUtf16Offsets("abc", [2, 1])).toThrow(RangeError);
    expect(() => toCodePointOffsets("abc", [2, 1])).toThrow(RangeError);
  });
});
