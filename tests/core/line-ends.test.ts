import fc from "fast-check";
import { expect, test } from "vitest";
import { withLineFeeds } from "../../src/core/line-ends.ts";
import { law } from "./laws.ts";

test("every offset keeps what stands before it and after it", () => {
  law(
    fc.property(fc.array(fc.constantFrom("a", "😀", "\r", "\n", "\r\n"), { maxLength: 20 }), (parts) => {
      const text = parts.join("");
      const { text: clean, at } = withLineFeeds(text);
      expect(clean).toBe(text.replace(/\r\n?/g, "\n"));
      for (let offset = 0; offset <= text.length; offset++) {
        if (text[offset - 1] === "\r" && text[offset] === "\n") continue;
        expect(clean.slice(0, at(offset))).toBe(text.slice(0, offset).replace(/\r\n?/g, "\n"));
        expect(clean.slice(at(offset))).toBe(text.slice(offset).replace(/\r\n?/g, "\n"));
      }
    }),
  );
});

test("between a carriage return and its line feed is before both", () => {
  expect(withLineFeeds("a\r\nb").at(2)).toBe(1);
});
