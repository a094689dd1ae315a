/** Replies as models give them, well-formed and not. */

import type { QuotedMention } from "../../src/teacher/align.ts";
import type { TeacherFailureCode } from "../../src/teacher/teacher-failure.ts";
import { seededRandom } from "../../src/core/seeded-random.ts";
import type { LabelledNote } from "./notes.ts";

export interface ReplyCase {
  readonly name: string;
  /** One for each request. */
  readonly replies: (quoted: readonly QuotedMention[], note: LabelledNote, seed: number) => readonly string[];
  /** The failure, or how many mentions come out at least, as a share of those of the note. */
  readonly expected: TeacherFailureCode | number;
  readonly requests: number;
}

const json = (mentions: unknown): string => JSON.stringify({ mentions });
const one = (name: string, make: (quoted: readonly QuotedMention[], note: LabelledNote, seed: number) => string, expected: ReplyCase["expected"] = 1): ReplyCase => ({
  name,
  replies: (...given) => [make(...given)],
  expected,
  requests: typeof expected === "string" ? 2 : 1,
});

export const REPLY_CASES: readonly ReplyCase[] = [
  one("plain", json),
  one("pretty", (quoted) => JSON.stringify({ mentions: quoted }, null, 2)),
  one("byte order mark", (quoted) => `\ufeff${json(quoted)}`),
  one("fenced", (quoted) => `\`\`\`json\n${json(quoted)}\n\`\`\``),
  one("prose before and after", (quoted) => `Here are the mentions [as asked]:\n${json(quoted)}\nLet me know {if} you need more [1].`),
  one("thoughts with a draft", (quoted) => `<think>maybe ${json([{ quote: "zzz", type: "disease", assertion: "past" }])}?</think>\n${json(quoted)}`),
  one("a bare list", (quoted) => JSON.stringify(quoted)),
  one("further keys", (quoted) => json(quoted.map((mention, i) => ({ ...mention, start: i, confidence: 0.5 })))),
  one("key given twice", (quoted) => `{"mentions":[],"mentions":${JSON.stringify(quoted)}}`),
  one("markdown image and link in the prose", (quoted) => `![x](https://evil.example/?q=1) ${json(quoted)} <img src=x onerror=alert(1)>`),
  one("wrong type in some", (quoted) => json(quoted.map((mention, i) => (i % 2 === 0 ? mention : { ...mention, type: "procedure" }))), 0.3),
  one("wrong assertion in some", (quoted) => json(quoted.map((mention, i) => (i % 2 === 0 ? mention : { ...mention, assertion: "negated" }))), 0.3),
  one("numbers, nulls, lists for entries", (quoted) => json([null, 7, [], {}, "x", ...quoted, { quote: 3, type: "disease", assertion: "past" }, { quote: "" }])),
  one("hallucinated", (quoted) => json([{ quote: "quuxopathy of the grault", type: "disease", assertion: "present" }, ...quoted, { quote: "flarbinol", type: "medication", assertion: "past" }])),
  one("upper case", (quoted) => json(quoted.map((mention) => ({ ...mention, quote: mention.quote.toUpperCase() }))), 0.9),
  one("white space", (quoted) => json(quoted.map((mention) => ({ ...mention, quote: ` ${mention.quote.replaceAll(" ", "  \n ")}\t` }))), 0.9),
  one("curly quotes and dashes", (quoted) => json(quoted.map((mention) => ({ ...mention, quote: mention.quote.replaceAll("'", "’").replaceAll("-", "–") }))), 0.9),
  one("each one twice", (quoted) => json(quoted.flatMap((mention) => [mention, mention])), 0.4),
  one("overlapping", (quoted) => json(quoted.flatMap((mention) => [mention, { ...mention, quote: mention.quote.split(" ").at(-1) ?? "" }])), 0.4),
  one("shuffled", (quoted, _, seed) => json(shuffled(quoted, seed)), 0.9),
  one("ten thousand entries", (quoted) => json(Array.from({ length: 10_000 }, (_, i) => quoted[i % quoted.length])), 0),
  one("a huge text", (quoted) => json([{ quote: "x".repeat(300_000), type: "disease", assertion: "past" }, ...quoted])),
  one("no mention", () => json([]), 0),
  one("the note itself", (_, note) => json([{ quote: note.text, type: "disease", assertion: "present" }]), "teacher-malformed"),
  one("all entries wrong", (quoted) => json(quoted.map(({ quote }) => ({ entity: quote, label: "DISEASE" }))), "teacher-malformed"),
  one("another object", (quoted) => JSON.stringify({ entities: quoted }), "teacher-malformed"),
  one("cut off", (quoted) => json(quoted).slice(0, -20), "teacher-malformed"),
  one("NaN", (quoted) => json(quoted).replace("}", ',"score":NaN}').replace("{", ""), "teacher-malformed"),
  one("null", () => "null", "teacher-malformed"),
  one("a number", () => "42", "teacher-malformed"),
  one("empty", () => "", "teacher-malformed"),
  one("brackets without end", () => "[{".repeat(20_000), "teacher-malformed"),
  one("an HTML page", () => "<!doctype html><html><body>Service {unavailable}</body></html>", "teacher-malformed"),
  one("a refusal in prose", () => "I'm sorry, but I can't help with medical records.", "teacher-refused"),
  { name: "repaired at the second try", replies: (quoted) => ["Sure! The mentions are as follows.", json(quoted)], expected: 1, requests: 2 },
];

function shuffled<T>(values: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  return values.map((value) => [random(), value] as const).sort(([a], [b]) => a - b).map(([, value]) => value);
}
