/** Anthropic messages as the service writes them. */

import type { ErrorKind, FakeFinish, Wire } from "./scenario.ts";
import { USAGE } from "./scenario.ts";

const FINISH: Readonly<Record<FakeFinish, string>> = { complete: "end_turn", truncated: "max_tokens", refused: "refusal" };

const ERRORS: Readonly<Record<ErrorKind, readonly [number, string, object?]>> = {
  "bad-request": [400, "invalid_request_error"],
  "context-length": [400, "invalid_request_error"],
  key: [401, "authentication_error"],
  forbidden: [403, "permission_error"],
  model: [404, "not_found_error"],
  payment: [402, "billing_error"],
  "too-large": [413, "request_too_large"],
  "rate-limit": [429, "rate_limit_error"],
  quota: [429, "rate_limit_error", { error_code: "enforced_spend_limit_reached" }],
  server: [500, "api_error"],
  unavailable: [503, "api_error"],
  overloaded: [529, "overloaded_error"],
};

const event = (data: { type: string }): string => `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;
const typed = (type: string, fields: object): string => event({ type, ...fields });

function error(kind: ErrorKind, echo: string): { status: number; body: { type: string } } {
  const [status, type, details] = ERRORS[kind];
  const said = kind === "context-length" ? `prompt is too long: 300000 tokens > 200000 maximum. ${echo}` : `${kind}: ${echo}`;
  return { status, body: { type: "error", error: { type, message: said, ...(details && { details }) }, request_id: "req_1" } as { type: string } };
}

export const anthropicWire: Wire = {
  contentType: "text/event-stream; charset=utf-8",
  problem(received, body, key) {
    if (!received.path.endsWith("/v1/messages")) return "path";
    if (received.headers["x-api-key"] !== key) return "x-api-key";
    if (received.headers["anthropic-version"] !== "2023-06-01") return "anthropic-version";
    if (received.headers["anthropic-dangerous-direct-browser-access"] !== "true") return "direct browser access";
    const given = body as Record<string, unknown>;
    if (typeof given.max_tokens !== "number" || typeof given.system !== "string") return "max_tokens, system";
    if ("temperature" in given) return "temperature";
    return undefined;
  },
  streams: (_, body) => (body as { stream?: boolean }).stream === true,
  stream: (pieces, finish) => [
    typed("message_start", { message: { id: "msg_1", type: "message", role: "assistant", content: [], usage: { input_tokens: 1000, cache_read_input_tokens: USAGE.input - 1000, output_tokens: 1 } } }),
    typed("content_block_start", { index: 0, content_block: { type: "text", text: "" } }),
    typed("ping", {}),
    ...pieces.map((text) => typed("content_block_delta", { index: 0, delta: { type: "text_delta", text } })),
    ...(finish === undefined
      ? []
      : [
          typed("content_block_stop", { index: 0 }),
          typed("message_delta", { delta: { stop_reason: FINISH[finish], stop_sequence: null }, usage: { output_tokens: USAGE.output } }),
          typed("message_stop", {}),
        ]),
  ],
  whole: (text, finish) => ({
    id: "msg_1",
    type: "message",
    role: "assistant",
    content: [{ type: "text", text }],
    stop_reason: FINISH[finish],
    usage: { input_tokens: USAGE.input, output_tokens: USAGE.output },
  }),
  error,
  streamError: (kind, echo) => event(error(kind, echo).body),
};
