/** Ollama's /api/chat as the server writes it: NDJSON, errors as a bare text. */

import type { ErrorKind, FakeFinish, Wire } from "./scenario.ts";
import { USAGE } from "./scenario.ts";

const STATUS: Readonly<Record<ErrorKind, number>> = {
  "bad-request": 400,
  "context-length": 400,
  key: 401,
  forbidden: 403,
  model: 404,
  payment: 402,
  "too-large": 413,
  "rate-limit": 429,
  quota: 429,
  server: 500,
  unavailable: 503,
  overloaded: 529,
};
const SAID: Readonly<Partial<Record<ErrorKind, string>>> = {
  model: "model not found, try pulling it first",
  "context-length": "the input length exceeds the context length",
  quota: "you exceeded your current quota",
};

const line = (data: unknown): string => `${JSON.stringify(data)}\n`;
const said = (content: string, more: object = { done: false }): object => ({ model: "m", created_at: "2026-01-01T00:00:00Z", message: { role: "assistant", content }, ...more });
const end = (finish: FakeFinish): object => ({ done: true, done_reason: finish === "truncated" ? "length" : "stop", prompt_eval_count: USAGE.input, eval_count: USAGE.output });

const error: Wire["error"] = (kind, echo) => ({ status: STATUS[kind], body: { error: `${SAID[kind] ?? kind} ${echo}` } });

export const ollamaWire: Wire = {
  contentType: "application/x-ndjson",
  problem(received, body) {
    if (!received.path.endsWith("/api/chat")) return "path";
    const given = body as { format?: unknown; options?: { num_ctx?: number } };
    if (given.format === undefined || (given.options?.num_ctx ?? 0) < 4096) return "format, num_ctx";
    return undefined;
  },
  streams: (_, body) => (body as { stream?: boolean }).stream !== false,
  stream: (pieces, finish) => [...pieces.map((content) => line(said(content))), ...(finish === undefined ? [] : [line(said("", end(finish)))])],
  whole: (text, finish) => said(text, end(finish)),
  error,
  streamError: (kind, echo) => line(error(kind, echo).body),
};
