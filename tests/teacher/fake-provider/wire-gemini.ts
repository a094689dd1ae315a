/** Google Gemini's generateContent as the service writes it. */

import type { ErrorKind, FakeFinish, Wire } from "./scenario.ts";
import { USAGE } from "./scenario.ts";

const FINISH: Readonly<Record<FakeFinish, string>> = { complete: "STOP", truncated: "MAX_TOKENS", refused: "SAFETY" };

const google = (type: string, fields: object): object => ({ "@type": `type.googleapis.com/google.rpc.${type}`, ...fields });

const ERRORS: Readonly<Record<ErrorKind, readonly [number, string, object?]>> = {
  "bad-request": [400, "INVALID_ARGUMENT"],
  "context-length": [400, "INVALID_ARGUMENT"],
  key: [400, "INVALID_ARGUMENT", google("ErrorInfo", { reason: "API_KEY_INVALID", domain: "googleapis.com" })],
  forbidden: [403, "PERMISSION_DENIED"],
  model: [404, "NOT_FOUND"],
  payment: [402, "FAILED_PRECONDITION"],
  "too-large": [413, "INVALID_ARGUMENT"],
  "rate-limit": [429, "RESOURCE_EXHAUSTED", google("RetryInfo", { retryDelay: "2s" })],
  quota: [429, "RESOURCE_EXHAUSTED", google("QuotaFailure", { violations: [{ quotaId: "GenerateRequestsPerDayPerProjectPerModel-FreeTier" }] })],
  server: [500, "INTERNAL"],
  unavailable: [503, "UNAVAILABLE"],
  overloaded: [529, "UNAVAILABLE"],
};

const event = (data: unknown): string => `data: ${JSON.stringify(data)}\r\n\r\n`;
const usageMetadata = { promptTokenCount: USAGE.input, candidatesTokenCount: USAGE.output - 100, thoughtsTokenCount: 100 };
const candidate = (text: string, finishReason?: string): object => ({
  candidates: [{ content: { parts: [{ text }], role: "model" }, ...(finishReason !== undefined && { finishReason }), index: 0 }],
  usageMetadata,
  modelVersion: "m",
});

const error: Wire["error"] = (kind, echo) => {
  const [status, name, detail] = ERRORS[kind];
  const said = kind === "context-length" ? `The input token count exceeds the maximum number of tokens allowed. ${echo}` : `${kind}: ${echo}`;
  return { status, body: { error: { code: status, message: said, status: name, ...(detail && { details: [detail] }) } } };
};

export const geminiWire: Wire = {
  contentType: "text/event-stream",
  problem(received, body, key) {
    if (!/\/v1beta\/models\/[^/]+:(streamGenerateContent\?alt=sse|generateContent)$/.test(received.path)) return "path";
    if (received.headers["x-goog-api-key"] !== key) return "x-goog-api-key";
    const config = (body as { generationConfig?: Record<string, unknown> }).generationConfig;
    if (config?.responseMimeType !== "application/json" || config.responseJsonSchema === undefined) return "generationConfig";
    return undefined;
  },
  streams: (received) => received.path.includes(":streamGenerateContent"),
  stream: (pieces, finish) => [
    event({ candidates: [{ content: { parts: [{ text: "let me see {", thought: true }], role: "model" }, index: 0 }], usageMetadata }),
    ...pieces.map((text) => event(candidate(text))),
    ...(finish === undefined ? [] : [event(candidate("", FINISH[finish]))]),
  ],
  whole: (text, finish) => candidate(text, FINISH[finish]),
  error,
  streamError: (kind, echo) => event(error(kind, echo).body),
};
