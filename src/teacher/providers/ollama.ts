/** Ollama, native API: `format` takes the schema, the stream is one JSON value a line. */

import * as v from "valibot";
import { estimateTokens } from "../token-estimate.ts";
import { REPLY_JSON_SCHEMA } from "../reply-schema.ts";
import { JSON_HEADERS, type Finish, type ProviderAdapter, type ReplyPiece } from "./adapter.ts";
import { authorised, chatMessages } from "./openai.ts";
import { count, read, text } from "./wire.ts";

const line = v.object({
  message: v.fallback(v.optional(v.object({ content: text })), undefined),
  done: v.fallback(v.optional(v.boolean()), undefined),
  done_reason: text,
  prompt_eval_count: count,
  eval_count: count,
  error: v.optional(v.unknown()),
});

/** Ollama sends models with these names to ollama.com, whatever the address of the server. */
export const isOllamaCloudModel = (model: string): boolean => /[-:]cloud$/i.test(model.trim());

const FINISHES: Readonly<Record<string, Finish>> = { stop: "complete", length: "truncated" };

function readPiece(body: unknown): ReplyPiece | undefined {
  const parsed = read(line, body);
  if (parsed === undefined) return undefined;
  if (parsed.error !== undefined && parsed.error !== null) return { error: body };
  return {
    text: parsed.message?.content ?? undefined,
    finish: parsed.done === true ? FINISHES[parsed.done_reason ?? "stop"] : undefined,
    usage: { inputTokens: parsed.prompt_eval_count, outputTokens: parsed.eval_count },
  };
}

/** Steps of the context length: a change loads the model anew. */
const CONTEXT_STEP = 4096;

const models = v.object({ models: v.array(v.object({ name: v.string(), remote_host: text })) });

export const ollama: ProviderAdapter = {
  streamFormat: "ndjson",
  request(prompt, target) {
    const promptTokens = estimateTokens(prompt.system) + prompt.turns.reduce((total, turn) => total + estimateTokens(turn.text), 0);
    return {
      method: "POST",
      url: `${target.baseUrl}/api/chat`,
      headers: { ...JSON_HEADERS, ...authorised(target) },
      body: {
        model: target.model,
        messages: chatMessages(prompt, true),
        stream: target.stream,
        ...((target.schema ?? !isOllamaCloudModel(target.model)) && { format: REPLY_JSON_SCHEMA }),
        options: {
          temperature: 0,
          num_predict: target.maxOutputTokens,
          // The server's default context is shorter than the guideline, and what does not fit is cut without a word.
          num_ctx: Math.ceil((promptTokens + target.maxOutputTokens) / CONTEXT_STEP) * CONTEXT_STEP,
        },
      },
    };
  },
  readWhole: (body) => (read(v.union([v.object({ message: v.unknown() }), v.object({ error: v.unknown() })]), body) === undefined ? undefined : readPiece(body)),
  readEvent: readPiece,
  modelsRequest: (target) => ({ method: "GET", url: `${target.baseUrl}/api/tags`, headers: authorised(target) }),
  /** A model that runs elsewhere is listed with "-cloud" at its end, so that `isOllamaCloudModel` knows it. */
  readModels: (body) =>
    read(models, body)?.models.map(({ name, remote_host }) => (remote_host && !isOllamaCloudModel(name) ? `${name}-cloud` : name)),
};
