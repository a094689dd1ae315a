/** Anthropic messages. The reply's form by `output_config.format`. */

import * as v from "valibot";
import { REPLY_JSON_SCHEMA } from "../reply-schema.ts";
import { JSON_HEADERS, type Finish, type ProviderAdapter, type ReplyPiece, type Target } from "./adapter.ts";
import { count, read, readModelIds, sum, text } from "./wire.ts";

const usage = v.fallback(
  v.optional(
    v.object({ input_tokens: count, cache_creation_input_tokens: count, cache_read_input_tokens: count, output_tokens: count }),
  ),
  undefined,
);
const block = v.object({ type: v.string(), text });
const whole = v.object({ type: v.literal("message"), content: v.array(block), stop_reason: text, usage });
const failed = v.object({ type: v.literal("error"), error: v.unknown() });
const event = v.variant("type", [
  v.object({ type: v.literal("message_start"), message: v.object({ usage }) }),
  v.object({ type: v.literal("content_block_start"), content_block: block }),
  v.object({ type: v.literal("content_block_delta"), delta: v.object({ type: v.string(), text }) }),
  v.object({ type: v.literal("message_delta"), delta: v.object({ stop_reason: text }), usage }),
  failed,
]);

/** Other reasons (tool_use, pause_turn) can't come: nothing offers them. */
const FINISHES: Readonly<Record<string, Finish>> = {
  end_turn: "complete",
  stop_sequence: "complete",
  max_tokens: "truncated",
  model_context_window_exceeded: "truncated",
  refusal: "refused",
};

const readUsage = (used: v.InferOutput<typeof usage>): ReplyPiece["usage"] =>
  used && {
    inputTokens: sum(used.input_tokens, used.cache_creation_input_tokens, used.cache_read_input_tokens),
    outputTokens: used.output_tokens,
  };

const headers = (target: Target): Record<string, string> => ({
  ...(target.key !== undefined && { "x-api-key": target.key.reveal() }),
  "anthropic-version": "2023-06-01",
  // Without it a browser gets no CORS headers back.
  "anthropic-dangerous-direct-browser-access": "true",
});

export const anthropic: ProviderAdapter = {
  streamFormat: "sse",
  request(prompt, target) {
    const format = (target.schema ?? true) ? { format: { type: "json_schema", schema: REPLY_JSON_SCHEMA } } : {};
    const effort = target.effort === undefined ? {} : { effort: target.effort === "minimal" ? "low" : target.effort };
    const config = { ...format, ...effort };
    return {
      method: "POST",
      url: `${target.baseUrl}/v1/messages`,
      headers: { ...JSON_HEADERS, ...headers(target) },
      body: {
        model: target.model,
        max_tokens: target.maxOutputTokens,
        system: prompt.system,
        messages: prompt.turns.map(({ role, text: content }) => ({ role, content })),
        ...(Object.keys(config).length > 0 && { output_config: config }),
        stream: target.stream,
      },
    };
  },
  readWhole(body) {
    if (read(failed, body) !== undefined) return { error: body };
    const parsed = read(whole, body);
    if (parsed === undefined) return undefined;
    const said = parsed.content.filter(({ type }) => type === "text").map((part) => part.text ?? "");
    return { text: said.join(""), finish: FINISHES[parsed.stop_reason ?? ""], usage: readUsage(parsed.usage) };
  },
  readEvent(data) {
    const parsed = read(event, data);
    switch (parsed?.type) {
      case "message_start":
        return { usage: readUsage(parsed.message.usage) };
      case "content_block_start":
        return parsed.content_block.type === "text" ? { text: parsed.content_block.text ?? undefined } : undefined;
      case "content_block_delta":
        return parsed.delta.type === "text_delta" ? { text: parsed.delta.text ?? undefined } : undefined;
      case "message_delta":
        return { finish: FINISHES[parsed.delta.stop_reason ?? ""], usage: readUsage(parsed.usage) };
      case "error":
        return { error: data };
      case undefined:
        return undefined;
    }
  },
  modelsRequest: (target) => ({ method: "GET", url: `${target.baseUrl}/v1/models`, headers: headers(target) }),
  readModels: readModelIds,
};
