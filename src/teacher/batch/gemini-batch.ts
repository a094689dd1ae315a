/** Gemini's batches with the requests inside (ai.google.dev/api/batch-api). */

import * as v from "valibot";
import { JSON_HEADERS } from "../providers/adapter.ts";
import { read, text } from "../providers/wire.ts";
import type { BatchAnswer, BatchPlace, BatchState, BatchWire } from "./batch-wire.ts";

/** int64 travels as text. */
const int64 = v.fallback(v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.finite())), undefined);
const stats = v.fallback(v.optional(v.object({ requestCount: int64, successfulRequestCount: int64, failedRequestCount: int64 })), undefined);
const item = v.object({
  metadata: v.object({ key: v.string() }),
  response: v.optional(v.unknown()),
  error: v.fallback(v.optional(v.object({ code: v.optional(v.number()), status: text, message: text })), undefined),
});
const inlined = v.fallback(v.optional(v.object({ inlinedResponses: v.optional(v.array(v.unknown())) })), undefined);
const operation = v.object({
  name: v.string(),
  done: v.fallback(v.optional(v.boolean()), undefined),
  metadata: v.fallback(v.optional(v.object({ state: text, batchStats: stats })), undefined),
  response: v.fallback(v.optional(v.object({ inlinedResponses: inlined })), undefined),
});

const ENDED = /_(SUCCEEDED|FAILED|CANCELLED|EXPIRED)$/;
/** google.rpc.Code to HTTP, as google/rpc/code.proto maps them; others are the server's own trouble. */
const STATUSES: Readonly<Record<number, number>> = { 3: 400, 5: 404, 7: 403, 8: 429, 9: 400, 16: 401 };

/** `name` is "batches/…", also part of an address: nothing else is let into one. */
const jobUrl = ({ url }: BatchPlace, name: string): string =>
  `${url.replace(/\/models\/[^/]*$/, "")}/batches/${encodeURIComponent(name.replace(/^batches\//, ""))}`;

function answer(value: unknown): [string, BatchAnswer][] {
  const parsed = read(item, value);
  if (parsed === undefined) return [];
  const { metadata, response, error } = parsed;
  if (response !== undefined) return [[metadata.key, { status: 200, body: response }]];
  if (error === undefined) return [];
  return [[metadata.key, { status: STATUSES[error.code ?? 0] ?? 500, body: { error: { status: error.status, message: error.message } } }]];
}

function stateOf({ done, metadata, response }: v.InferOutput<typeof operation>): BatchState {
  if (done !== true && !ENDED.test(metadata?.state ?? "")) {
    const { requestCount = 0, successfulRequestCount = 0, failedRequestCount = 0 } = metadata?.batchStats ?? {};
    return { ended: false, done: successfulRequestCount + failedRequestCount, total: requestCount };
  }
  return { ended: true, answers: new Map(response?.inlinedResponses?.inlinedResponses?.flatMap(answer)) };
}

export const geminiBatch: BatchWire = {
  mostBytes: 18_000_000, // of 20 MB allowed for requests inside the call
  async submit(items, place, send) {
    const requests = items.map(({ id, body }) => ({ request: body, metadata: { key: id } }));
    const body = { batch: { display_name: "chartlight", input_config: { requests: { requests } } } };
    const url = place.url.replace(/:generateContent$/, ":batchGenerateContent");
    return v.parse(operation, JSON.parse(await send({ method: "POST", url, headers: { ...JSON_HEADERS, ...place.headers }, body }))).name;
  },
  async look(job, place, send) {
    const parsed = read(operation, JSON.parse(await send({ method: "GET", url: jobUrl(place, job), headers: place.headers })));
    return parsed && stateOf(parsed);
  },
  async cancel(job, place, send) {
    await send({ method: "POST", url: `${jobUrl(place, job)}:cancel`, headers: place.headers });
  },
};
