import { Tokenizer } from "@huggingface/tokenizers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byteLevelBpe, unigram, wordPiece, type TinyTokenizer } from "../../../scripts/tiny-other-student/tokenizers.ts";
import { alignTokens, type TokenSpan } from "../../../src/core/other-student/align-tokens.ts";
import { foldText } from "../../../src/core/other-student/folded-text.ts";
import { tokenStyleOf, type TokenizerParts } from "../../../src/core/other-student/token-style.ts";
import { anyText, law, noteText } from "../laws.ts";

const WORDS = ["aspirin", "pain", "fever", "chest", "café", "naïve"];
const FAMILIES: readonly (readonly [string, TinyTokenizer])[] = [
  ["byte-level BPE", byteLevelBpe(WORDS, 64)],
  ["Unigram", unigram(WORDS, 64)],
  ["WordPiece", wordPiece(WORDS, 64)],
];

function aligner({ tokenizer, config }: TinyTokenizer) {
  const real = new Tokenizer(tokenizer, config);
  const style = tokenStyleOf(tokenizer as unknown as TokenizerParts);
  return (text: string) => {
    const { tokens } = real.encode(text, { add_special_tokens: false });
    return { tokens, style, spans: alignTokens(text, tokens, style) };
  };
}

/** Every piece of the note that a token stands for, apart by bars. */
const cut = (text: string, spans: readonly (TokenSpan | undefined)[]) => spans.flatMap((span) => (span ? [text.slice(span.start, span.end)] : [])).join("|");

const folded = (text: string) => foldText(text).map(({ character }) => character).join("");

/** Real notes in miniature: accents composed and not, astral characters, odd spaces, line ends of all kinds. */
const clinicalText = fc
  .array(fc.oneof(fc.constantFrom(...WORDS, "Aspirin", "500mg", "½", "ﬁbrosis", "cafe\u0301", "İ", "\u{1F489}", "日本", "µg", "≥", "'s", "#", "[UNK]"), fc.constantFrom(" ", "  ", "\u00A0", "\n", "\r\n", "\t", ", ", "-", "\u200D", "")), { maxLength: 40 })
  .map((parts) => parts.join(""));

describe.each(FAMILIES)("%s", (_, tiny) => {
  const align = aligner(tiny);

  it("puts words where they stand, without the space before", () => {
    const text = "Chest pain,  no fever.\r\nTakes\u00A0aspirin 🫀 daily";
    const spans = align(text).spans.flatMap((span) => span ?? []);
    for (const word of ["pain", "fever"]) expect(spans.map(({ start, end }) => text.slice(start, end))).toContain(word);
    // A no-break space is a letter of its own to byte-level BPE.
    expect(cut(text, spans).replaceAll("|", "")).toContain("aspirin");
  });

  it("keeps spans inside the note, never empty, never going back, without space at their ends", () => {
    law(
      fc.property(fc.oneof(clinicalText, anyText(60), noteText(30)), (text) => {
        const { tokens, spans } = align(text);
        expect(spans).toHaveLength(tokens.length);
        let [start, end] = [0, 0];
        for (const span of spans) {
          if (span === undefined) continue;
          expect(span.start).toBeGreaterThanOrEqual(start);
          expect(span.end).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(span.start, span.end)).not.toMatch(/^\s|\s$/);
          ({ start, end } = span);
        }
      }),
      300,
    );
  });

  it("leaves no letter of the note out", () => {
    law(
      fc.property(clinicalText, (text) => {
        const covered = new Set<number>();
        for (const span of align(text).spans) for (let at = span?.start ?? 0; at < (span?.end ?? 0); at++) covered.add(at);
        for (const { start, character } of foldText(text)) expect(covered.has(start), `${character} at ${start} of ${JSON.stringify(text)}`).toBe(true);
      }),
      300,
    );
  });

  it("says what stands in the note, up to case, accents and spaces", () => {
    law(
      fc.property(clinicalText, (text) => {
        const { tokens, spans, style } = align(text);
        tokens.forEach((token, i) => {
          const span = spans[i];
          if (span === undefined || token === style.unknown || style.bytes) return;
          const said = folded(token.startsWith("##") && token.length > 2 ? token.slice(2) : token);
          expect(folded(text.slice(span.start, span.end))).toContain(said);
        });
      }),
      300,
    );
  });

  it("is linear", () => {
    const time = (repeats: number) => {
      const text = "Chest pain, no fever.\nTakes aspirin. ".repeat(repeats);
      const { tokens, style } = align(text);
      const startedAt = performance.now();
      alignTokens(text, tokens, style);
      return performance.now() - startedAt;
    };
    time(20);
    expect(time(400)).toBeLessThan(1000);
  });
});

const PLAIN = { bytes: false, byteFallback: false, continuingPrefix: "##", suffixes: [], unknown: "[UNK]", byWord: false };

describe("where tokens and note part", () => {
  it.each([
    ["one unknown word", "the σπλήν is large", ["the", "[UNK]", "is", "large"], "the|σπλήν|is|large"],
    ["two, side by side", "aa 日日 日日 bb", ["aa", "[UNK]", "[UNK]", "bb"], "aa|日日|日日|bb"],
    ["an unknown word at the end", "takes ψψψ", ["takes", "[UNK]"], "takes|ψψψ"],
    ["an unknown word that the next token is a part of", "see a1a a", ["see", "[UNK]", "a"], "see|a1a|a"],
    ["signs around the text", "pain", ["[CLS]", "pain", "[SEP]"], "pain"],
    ["text that the tokeniser dropped", "pain xyz fever", ["pain", "fever"], "pain|fever"],
    ["text that the tokeniser wrote otherwise", "pain & fever", ["pain", "and", "fever"], "pain|fever"],
    ["accents taken off", "fie\u0301vre é", ["fievre", "e"], "fie\u0301vre|é"],
    ["a continued word", "Aspirin", ["as", "##pi", "##rin"], "As|pi|rin"],
  ])("%s", (_, text, tokens, expected) => {
    expect(cut(text, alignTokens(text, tokens, PLAIN))).toBe(expected);
  });

  it("finds both tokens that share the bytes of one character", () => {
    const bytes = { ...PLAIN, bytes: true, unknown: undefined };
    // U+1F489 in UTF-8 is F0 9F 92 89: in GPT-2's alphabet "ð", "Ł", "Ĵ", "ī"
    expect(alignTokens("a 💉 b", ["a", "ĠðŁ", "Ĵī", "Ġb"], bytes)).toEqual([{ start: 0, end: 1 }, { start: 2, end: 4 }, { start: 2, end: 4 }, { start: 5, end: 6 }]);
  });

  it("reads bytes that a SentencePiece vocabulary falls back to", () => {
    const spans = alignTokens("a µ b", ["▁a", "▁", "<0xC2>", "<0xB5>", "▁b"], { ...PLAIN, byteFallback: true });
    expect(spans).toEqual([{ start: 0, end: 1 }, undefined, { start: 2, end: 3 }, { start: 2, end: 3 }, { start: 4, end: 5 }]);
  });

  it("does not get stuck or slow on tokens that have nothing to do with the note", () => {
    const startedAt = performance.now();
    const spans = alignTokens("abc ".repeat(5_000), Array.from({ length: 5_000 }, () => "xyz"), PLAIN);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    expect(spans.every((span) => span === undefined)).toBe(true);
  });
});
