/** OpenAI chat completions, and the wire format that OpenRouter, LM Studio, vLLM and many others share. */

import * as v from "valibot";
import type { Prompt } from "../prompt.ts";
import { REPLY_JSON_SCHEMA } from "../reply-schema.ts";
import { JSON_HEADERS, type Finish, type ProviderAdapter, type ReplyPiece, type Target } from "./adapter.ts";
import { openAiAbilities } from "./openai-models.ts";
import { count, read, readModelIds, text } from "./wire.ts";

const usage = v.fallback(v.optional(v.nullish(v.object({ prompt_tokens: count, completion_tokens: count, cost: count }))), undefined);
const message = v.fallback(v.optional(v.object({ content: text, refusal: text })), undefined);
const choice = v.object({ message, delta: message, finish_reason: text });
const reply = v.object({ choices: v.optional(v.array(choice)), usage, error: v.optional(v.unknown()) });

const FINISHES: Readonly<Record<string, Finish>> = {
  stop: "complete",
  length: "truncated",
  content_filter: "refused",
};

function readPiece(body: unknown): ReplyPiece | undefined {
  const parsed = read(reply, body);
  if (parsed === undefined) return undefined;
  if (parsed.error !== undefined && parsed.error !== null) return { error: body };
  const first = parsed.choices?.[0];
  const said = first?.message ?? first?.delta;
  const used = parsed.usage ?? undefined;
  return {
    text: said?.content ?? undefined,
    finish: said?.refusal ? "refused" : FINISHES[first?.finish_reason ?? ""],
    usage: used && { inputTokens: used.prompt_tokens, outputTokens: used.completion_tokens, statedCostUsd: used.cost },
  };
}

/** Choices, or an error in their place. */
const isReply = (body: unknown): boolean => read(v.union([v.object({ choices: v.array(v.unknown()) }), v.object({ error: v.unknown() })]), body) !== undefined;

export const authorised = (target: Target): Record<string, string> =>
  target.key === undefined ? {} : { authorization: `Bearer ${target.key.reveal()}` };

/** The system text as a turn of its own, or before the first turn for models that know no system role. */
export function chatMessages(prompt: Prompt, system: boolean): { role: string; content: string }[] {
  const turns = prompt.turns.map(({ role, text: content }) => ({ role, content }));
  const [first, ...others] = turns;
  if (system || first === undefined) return [{ role: "system", content: prompt.system }, ...turns];
  return [{ role: first.role, content: `${prompt.system}\n\n${first.content}` }, ...others];
}

const RESPONSE_FORMAT = { type: "json_schema", json_schema: { name: "mentions", strict: true, schema: REPLY_JSON_SCHEMA } };

/** What the dialects share. */
export function chatBody(prompt: Prompt, target: Target, abilities: { readonly system: boolean; readonly schema: boolean }): Record<string, unknown> {
  return {
    model: target.model,
    messages: chatMessages(prompt, abilities.system),
    ...((target.schema ?? abilities.schema) && { response_format: RESPONSE_FORMAT }),
    stream: target.stream,
    ...(target.stream && { stream_options: { include_usage: true } }),
  };
}

/** All but the body of the request. */
export const openAiWire = {
  streamFormat: "sse",
  readWhole: (body) => (isReply(body) ? readPiece(body) : undefined),
  readEvent: readPiece,
  modelsRequest: (target) => ({ method: "GET", url: `${target.baseUrl}/models`, headers: authorised(target) }),
  readModels: readModelIds,
} as const satisfies Omit<ProviderAdapter, "request">;

export const openAi: ProviderAdapter = {
  ...openAiWire,
  request(prompt, target) {
    const abilities = openAiAbilities(target.model);
    return {
      method: "POST",
      url: `${target.baseUrl}/chat/completions`,
      headers: { ...JSON_HEADERS, ...authorised(target) },
      body: {
        ...chatBody(prompt, target, abilities),
        max_completion_tokens: target.maxOutputTokens,
        ...(abilities.effort && { reasoning_effort: target.effort ?? "low" }),
        ...(!abilities.reasoning && { temperature: 0 }),
      },
    };
  },
};
