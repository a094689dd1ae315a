import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Failure } from "../../src/core/failure.ts";
import { formatMentionsLine, parseCorpusLine, parseNoteLine } from "../../src/core/jsonl.ts";
import { noteOffset } from "../../src/core/types.ts";
import { law } from "./laws.ts";
import { readMarked } from "./marked.ts";

const failure = (parse: () => unknown): Failure => {
  try {
    parse();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("no failure");
};

describe("note lines", () => {
  it("are read; other fields are ignored", () => {
    expect(parseNoteLine('{"id":"a","text":"x","more":1}', 1)).toEqual({ id: "a", text: "x" });
    expect(parseNoteLine('{"id":7,"text":""}', 1)).toEqual({ id: "7", text: "" });
  });

  it.each([
    ["SECRET", "it is not JSON"],
    ['"SECRET"', "the whole"],
    ['{"id":"a"}', "text"],
    ['{"id":"a","text":["SECRET"]}', "text"],
    ['{"text":"SECRET"}', "id"],
    ['{"id":{"SECRET":1},"text":"SECRET"}', "id"],
    ["", "it is not JSON"],
  ])("%s is malformed, and the message does not quote it", (line, what) => {
    const { code, message, cause } = failure(() => parseNoteLine(line, 12));
    expect(code).toBe("line-malformed");
    expect(message).toContain("Line 12");
    expect(message).toContain(what);
    expect(message).not.toContain("SECRET");
    expect(cause).toBeUndefined();
  });
});

describe("corpus lines", () => {
  const line = (entities: unknown, text = "💊 aspirin for HTN"): string => JSON.stringify({ id: "a", text, entities });

  it("come in UTF-16 units, without other types", () => {
    const entities = [
      { start: 14, end: 17, type: "disease", assertion: null, text: "HTN" },
      { start: 2, end: 9, type: "medication", assertion: "past" },
      { start: 0, end: 1, type: "other" },
    ];
    expect(parseCorpusLine(line(entities), 1).entities).toEqual([
      { start: 15, end: 18, type: "disease", assertion: undefined },
      { start: 3, end: 10, type: "medication", assertion: "past" },
    ]);
    expect(parseCorpusLine('{"id":"a","text":"x"}', 1).entities).toEqual([]);
  });

  it.each([
    [{ start: 2, end: 99, type: "disease" }, "entities.0 is [2, 99)"],
    [{ start: 2, end: 2, type: "disease" }, "entities.0 is [2, 2)"],
    [{ start: -1, end: 2, type: "disease" }, "entities.0.start"],
    [{ start: 0.5, end: 2, type: "disease" }, "entities.0.start"],
    [{ start: 2, end: 9, type: "SECRET" }, "entities.0.type"],
    [{ start: 2, end: 9, type: "disease", assertion: "SECRET" }, "entities.0.assertion"],
    [{ start: 2, end: 9, type: "disease", text: "SECRET" }, "entities.0.text"],
  ])("case %# is malformed", (entity, what) => {
    const { message } = failure(() => parseCorpusLine(line([entity]), 3));
    expect(message).toContain(what);
    expect(message).not.toContain("SECRET");
    expect(message).not.toContain("aspirin");
  });
});

describe("mention lines", () => {
  const { text, mentions } = readMarked("💊 [M/past aspirin] for [D HTN]");
  it("state their unit", () => {
    const read = (unit: "utf16" | "codepoint"): unknown => JSON.parse(formatMentionsLine({ id: "a", text }, mentions.map((mention) => ({ ...mention, score: 0.123456 })), unit));
    const aspirin = { type: "medication", assertion: "past", score: 0.1235, text: "aspirin" };
    const htn = { type: "disease", assertion: "present", score: 0.1235, text: "HTN" };
    expect(read("utf16")).toEqual({ id: "a", offsetUnit: "utf16", mentions: [{ start: 3, end: 10, ...aspirin }, { start: 15, end: 18, ...htn }] });
    expect(read("codepoint")).toEqual({ id: "a", offsetUnit: "codepoint", mentions: [{ start: 2, end: 9, ...aspirin }, { start: 14, end: 17, ...htn }] });
  });

  it("in code points are read back as the same spans", () => {
    law(
      fc.property(fc.array(fc.constantFrom("💊", "a", " "), { minLength: 2, maxLength: 30 }), (characters) => {
        const note = { id: "a", text: characters.join("") };
        const mention = { start: noteOffset(characters[0]?.length ?? 0), end: noteOffset(note.text.length), type: "symptom", assertion: "absent", score: 1 } as const;
        const written: unknown = JSON.parse(formatMentionsLine(note, [mention], "codepoint"));
        const entities = written !== null && typeof written === "object" && "mentions" in written ? written.mentions : undefined;
        const { start, end, type, assertion } = mention;
        expect(parseCorpusLine(JSON.stringify({ ...note, entities }), 1).entities).toEqual([{ start, end, type, assertion }]);
      }),
    );
  });

  it("are one line of well-formed JSON, also of a lone surrogate", () => {
    const lone = formatMentionsLine({ id: "a\n", text: "\ud83dx" }, [{ start: noteOffset(0), end: noteOffset(2), type: "symptom", assertion: "present", score: 1 }], "utf16");
    expect(lone).not.toMatch(/[\n\p{Surrogate}]/u);
  });
});
