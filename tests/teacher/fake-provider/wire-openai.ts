/** OpenAI chat completions as the service writes them; OpenRouter and own servers with their differences. */

import type { ErrorKind, FakeFinish, Wire } from "./scenario.ts";
import { USAGE } from "./scenario.ts";

const FINISH: Readonly<Record<FakeFinish, string>> = { complete: "stop", truncated: "length", refused: "content_filter" };

const ERRORS: Readonly<Record<ErrorKind, readonly [number, string, string | null]>> = {
  "bad-request": [400, "invalid_request_error", "unsupported_value"],
  "context-length": [400, "invalid_request_error", "context_length_exceeded"],
  key: [401, "invalid_request_error", "invalid_api_key"],
  forbidden: [403, "permission_error", null],
  model: [404, "invalid_request_error", "model_not_found"],
  payment: [402, "billing_error", "payment_required"],
  "too-large": [413, "invalid_request_error", null],
  "rate-limit": [429, "requests", "rate_limit_exceeded"],
  quota: [429, "insufficient_quota", "insufficient_quota"],
  server: [500, "server_error", null],
  unavailable: [503, "server_error", null],
  overloaded: [529, "server_error", null],
};

const event = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`;
const chunk = (delta: object, finish: string | null = null): string =>
  event({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, delta, finish_reason: finish }], usage: null });
const usage = { prompt_tokens: USAGE.input, completion_tokens: USAGE.output, total_tokens: USAGE.input + USAGE.output };

interface Dialect {
  readonly path: RegExp;
  readonly limit: "max_tokens" | "max_completion_tokens";
  readonly needsKey: boolean;
  /** Sends ": comment" lines between events. */
  readonly comments: boolean;
}

export function openAiWire({ path, limit, needsKey, comments }: Dialect): Wire {
  const error: Wire["error"] = (kind, echo) => {
    const [status, type, code] = ERRORS[kind];
    return { status, body: { error: { message: `${kind}: ${echo}`, type, param: null, code } } };
  };
  return {
    contentType: "text/event-stream; charset=utf-8",
    problem(received, body, key) {
      if (!path.test(received.path)) return "path";
      if (needsKey && received.headers.authorization !== `Bearer ${key}`) return "authorization";
      const given = body as Record<string, unknown>;
      if (!Array.isArray(given.messages) || typeof given.model !== "string") return "messages";
      if (typeof given[limit] !== "number") return limit;
      return undefined;
    },
    streams: (_, body) => (body as { stream?: boolean }).stream === true,
    stream: (pieces, finish) => [
      ...(comments ? [": OPENROUTER PROCESSING\n\n"] : []),
      chunk({ role: "assistant", content: "" }),
      ...pieces.flatMap((content, i) => [chunk({ content }), ...(comments && i === 0 ? [": OPENROUTER PROCESSING\n\n"] : [])]),
      ...(finish === undefined ? [] : [chunk({}, FINISH[finish]), event({ id: "chatcmpl-1", object: "chat.completion.chunk", choices: [], usage }), "data: [DONE]\n\n"]),
    ],
    whole: (text, finish) => ({
      id: "chatcmpl-1",
      object: "chat.completion",
      choices: [{ index: 0, message: { role: "assistant", content: text, refusal: null }, finish_reason: FINISH[finish] }],
      usage,
    }),
    error,
    streamError: (kind, echo) => event(error(kind, echo).body),
  };
}
