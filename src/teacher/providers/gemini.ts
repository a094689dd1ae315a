/** Google Gemini, native API. The key goes in a header: URLs are logged. */

import * as v from "valibot";
import { REPLY_JSON_SCHEMA } from "../reply-schema.ts";
import { JSON_HEADERS, type Finish, type ProviderAdapter, type ReplyPiece, type Target } from "./adapter.ts";
import { count, read, sum, text } from "./wire.ts";

const part = v.object({ text, thought: v.fallback(v.optional(v.boolean()), undefined) });
const candidate = v.object({
  content: v.fallback(v.optional(v.object({ parts: v.fallback(v.optional(v.array(part)), undefined) })), undefined),
  finishReason: text,
});
const usage = v.fallback(v.optional(v.object({ promptTokenCount: count, candidatesTokenCount: count, thoughtsTokenCount: count })), undefined);
const reply = v.object({
  candidates: v.optional(v.array(candidate)),
  promptFeedback: v.fallback(v.optional(v.object({ blockReason: text })), undefined),
  usageMetadata: usage,
  error: v.optional(v.unknown()),
});

const FINISHES: Readonly<Record<string, Finish>> = {
  STOP: "complete",
  MAX_TOKENS: "truncated",
  SAFETY: "refused",
  RECITATION: "refused",
  BLOCKLIST: "refused",
  PROHIBITED_CONTENT: "refused",
  SPII: "refused",
  LANGUAGE: "refused",
};

function readPiece(body: unknown): ReplyPiece | undefined {
  const parsed = read(reply, body);
  if (parsed === undefined) return undefined;
  if (parsed.error !== undefined && parsed.error !== null) return { error: body };
  const first = parsed.candidates?.[0];
  const said = first?.content?.parts?.filter(({ thought }) => thought !== true).map((piece) => piece.text ?? "");
  const used = parsed.usageMetadata;
  return {
    text: said?.join(""),
    finish: parsed.promptFeedback?.blockReason ? "refused" : FINISHES[first?.finishReason ?? ""],
    usage: used && { inputTokens: used.promptTokenCount, outputTokens: sum(used.candidatesTokenCount, used.thoughtsTokenCount) },
  };
}

const headers = (target: Target): Record<string, string> => (target.key === undefined ? {} : { "x-goog-api-key": target.key.reveal() });

/** From the third generation on, Google advises against another temperature than the default. */
const takesTemperature = (model: string): boolean => /gemini-[12]\./.test(model);

const models = v.object({ models: v.array(v.object({ name: v.string() })) });

export const gemini: ProviderAdapter = {
  streamFormat: "sse",
  request(prompt, target) {
    const call = target.stream ? "streamGenerateContent?alt=sse" : "generateContent";
    return {
      method: "POST",
      url: `${target.baseUrl}/v1beta/models/${encodeURIComponent(target.model)}:${call}`,
      headers: { ...JSON_HEADERS, ...headers(target) },
      body: {
        systemInstruction: { parts: [{ text: prompt.system }] },
        contents: prompt.turns.map((turn) => ({ role: turn.role === "assistant" ? "model" : "user", parts: [{ text: turn.text }] })),
        generationConfig: {
          maxOutputTokens: target.maxOutputTokens,
          ...((target.schema ?? true) && { responseMimeType: "application/json", responseJsonSchema: REPLY_JSON_SCHEMA }),
          ...(takesTemperature(target.model) && { temperature: 0 }),
          ...(target.effort !== undefined && { thinkingConfig: { thinkingLevel: target.effort.toUpperCase() } }),
        },
      },
    };
  },
  readWhole: (body) => {
    const piece = readPiece(body);
    return piece?.finish === undefined && piece?.text === undefined && piece?.error === undefined ? undefined : piece;
  },
  readEvent: readPiece,
  modelsRequest: (target) => ({ method: "GET", url: `${target.baseUrl}/v1beta/models`, headers: headers(target) }),
  readModels: (body) => read(models, body)?.models.map(({ name }) => name.replace(/^models\//, "")),
};
