/** Anthropic's Message Batches (platform.claude.com/docs/en/build-with-claude/batch-processing). */

import * as v from "valibot";
import { JSON_HEADERS } from "../providers/adapter.ts";
import { count, read, text } from "../providers/wire.ts";
import { jsonLines, type BatchAnswer, type BatchPlace, type BatchWire } from "./batch-wire.ts";

const counts = v.object({ processing: count, succeeded: count, errored: count, canceled: count, expired: count });
const batch = v.object({ id: v.string(), processing_status: v.string(), request_counts: v.fallback(v.optional(counts), undefined) });
const line = v.object({
  custom_id: v.string(),
  result: v.variant("type", [
    v.object({ type: v.literal("succeeded"), message: v.unknown() }),
    v.object({ type: v.literal("errored"), error: v.object({ error: v.fallback(v.optional(v.object({ type: text })), undefined) }) }),
    v.object({ type: v.literal("canceled") }),
    v.object({ type: v.literal("expired") }),
  ]),
});

/** The status that the ordinary endpoint sends with the error. */
const STATUSES: Readonly<Record<string, number>> = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  request_too_large: 413,
  rate_limit_error: 429,
  overloaded_error: 529,
};

const batchUrl = ({ url }: BatchPlace, job: string): string => `${url}/batches/${encodeURIComponent(job)}`;

function answer(value: unknown): [string, BatchAnswer][] {
  const parsed = read(line, value);
  if (parsed === undefined) return [];
  const { custom_id: id, result } = parsed;
  if (result.type === "succeeded") return [[id, { status: 200, body: result.message }]];
  if (result.type !== "errored") return [];
  return [[id, { status: STATUSES[result.error.error?.type ?? ""] ?? 500, body: result.error }]];
}

export const anthropicBatch: BatchWire = {
  mostBytes: 100_000_000, // of 256 MB allowed
  async submit(items, place, send) {
    const requests = items.map(({ id, body }) => ({ custom_id: id, params: body }));
    const reply = await send({ method: "POST", url: `${place.url}/batches`, headers: { ...JSON_HEADERS, ...place.headers }, body: { requests } });
    return v.parse(v.object({ id: v.string() }), JSON.parse(reply)).id;
  },
  async look(job, place, send) {
    const parsed = read(batch, JSON.parse(await send({ method: "GET", url: batchUrl(place, job), headers: place.headers })));
    if (parsed === undefined) return undefined;
    const { processing = 0, succeeded = 0, errored = 0, canceled = 0, expired = 0 } = parsed.request_counts ?? {};
    const done = succeeded + errored + canceled + expired;
    if (parsed.processing_status !== "ended") return { ended: false, done, total: done + processing };
    // Not the reply's results_url: a key goes to the address that the user gave, and to no other.
    const results = await send({ method: "GET", url: `${batchUrl(place, job)}/results`, headers: place.headers });
    return { ended: true, answers: new Map(jsonLines(results).flatMap(answer)) };
  },
  async cancel(job, place, send) {
    await send({ method: "POST", url: `${batchUrl(place, job)}/cancel`, headers: place.headers });
  },
};
