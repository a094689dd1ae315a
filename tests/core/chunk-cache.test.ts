import { describe, expect, it } from "vitest";
import { createChunkCache } from "../../src/core/chunk-cache.ts";

describe("chunk cache", () => {
  it("forgets the least recently used first", () => {
    const cache = createChunkCache(2);
    cache.set("a", []);
    cache.set("b", []);
    cache.get("a");
    cache.set("c", []);
    expect(["a", "b", "c"].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true]);
    expect(cache.size).toBe(2);
  });

  it("setting again is a use, not a second entry", () => {
    const cache = createChunkCache(2);
    cache.set("a", []);
    cache.set("b", []);
    cache.set("a", []);
    cache.set("c", []);
    expect(cache.get("b")).toBeUndefined();
    expect(cache.size).toBe(2);
  });

  it.each([0, -1, 1.5, NaN])("a limit of %d is a bug", (limit) => {
    expect(() => createChunkCache(limit)).toThrow(RangeError);
  });
});
