/** A teacher's reply text to quoted mentions. Strict about what a mention is, tolerant about what stands around the JSON. */

import * as v from "valibot";
import type { QuotedMention } from "./align.ts";
import { jsonValues } from "./json-in-text.ts";
import { quotedMentionSchema, replyFrameSchema } from "./reply-schema.ts";

export interface ParsedReply {
  readonly mentions: readonly QuotedMention[];
  /** Entries that are no mention (unknown type or assertion, no quote, a quote over 1,000 characters). */
  readonly rejected: number;
}

export type ReplyProblem =
  /** No JSON value with a list of mentions in it: prose, NaN, cut off, another object, nothing at all. */
  | "no-json"
  /** A list, but not one entry of it is a mention. */
  | "no-mention"
  /** No JSON, and it reads as a refusal. */
  | "refusal";

export type ReplyResult = { readonly ok: true; readonly reply: ParsedReply } | { readonly ok: false; readonly problem: ReplyProblem };

/** More entries than a long note has mentions; the rest is counted as rejected. */
export const MOST_MENTIONS = 50_000;

const REFUSAL = /\b(?:i(?:['’]m| am) sorry|i can(?:no|['’])t|i(?:['’]m| am) (?:un)?able to|unable to (?:help|assist|comply)|as an ai)\b/i;

/**
 * Never throws. When several JSON values fit, the last one with a mention counts: drafts and thoughts stand before the
 * answer, and a footnote mark ("[1]") is none. Of a key given twice, the last counts, as JSON.parse has it.
 */
export function parseReply(text: string): ReplyResult {
  let empty: ParsedReply | undefined;
  let lists = 0;
  for (const value of jsonValues(text).reverse()) {
    const frame = v.safeParse(replyFrameSchema, value);
    if (!frame.success) continue;
    const bare = Array.isArray(frame.output);
    const reply = parseEntries(Array.isArray(frame.output) ? frame.output : frame.output.mentions);
    if (reply.mentions.length > 0) return { ok: true, reply };
    if (reply.rejected > 0) lists++;
    else if (!bare || text.trim() === "[]") empty ??= reply;
  }
  if (empty !== undefined) return { ok: true, reply: empty };
  if (lists > 0) return { ok: false, problem: "no-mention" };
  return { ok: false, problem: REFUSAL.test(text.slice(0, 2000)) ? "refusal" : "no-json" };
}

function parseEntries(entries: readonly unknown[]): ParsedReply {
  const mentions: QuotedMention[] = [];
  for (const entry of entries.slice(0, MOST_MENTIONS)) {
    const parsed = v.safeParse(quotedMentionSchema, entry);
    if (parsed.success) mentions.push(parsed.output);
  }
  return { mentions, rejected: entries.length - mentions.length };
}
