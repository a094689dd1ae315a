/** OpenAI's Batch API: a file of requests in, a file of answers and one of errors out (developers.openai.com/api/docs/guides/batch). */

import * as v from "valibot";
import { JSON_HEADERS } from "../providers/adapter.ts";
import { count, read, text } from "../providers/wire.ts";
import { jsonLines, type BatchAnswer, type BatchPlace, type BatchWire, type Send } from "./batch-wire.ts";

const named = v.object({ id: v.string() });
const batch = v.object({
  status: v.string(),
  output_file_id: text,
  error_file_id: text,
  request_counts: v.fallback(v.optional(v.object({ total: count, completed: count, failed: count })), undefined),
});
const line = v.object({
  custom_id: v.string(),
  response: v.fallback(v.nullish(v.object({ status_code: v.number(), body: v.unknown() })), undefined),
  error: v.fallback(v.nullish(v.object({ code: text, message: text })), undefined),
});

const ENDED: ReadonlySet<string> = new Set(["completed", "expired", "cancelled", "failed"]);
/** Of an item whose day is over, or whose job was cancelled: it has no answer. */
const UNANSWERED: ReadonlySet<string> = new Set(["batch_expired", "batch_cancelled"]);
const ENDPOINT = "/v1/chat/completions";

const baseOf = ({ url }: BatchPlace): string => url.replace(/\/chat\/completions$/, "");

async function answersOf(file: string | null | undefined, place: BatchPlace, send: Send): Promise<[string, BatchAnswer][]> {
  if (!file) return [];
  const lines = jsonLines(await send({ method: "GET", url: `${baseOf(place)}/files/${encodeURIComponent(file)}/content`, headers: place.headers }));
  return lines.flatMap((value): [string, BatchAnswer][] => {
    const parsed = read(line, value);
    if (parsed === undefined) return [];
    if (parsed.response) return [[parsed.custom_id, { status: parsed.response.status_code, body: parsed.response.body }]];
    if (!parsed.error || UNANSWERED.has(parsed.error.code ?? "")) return [];
    return [[parsed.custom_id, { status: 500, body: { error: parsed.error } }]];
  });
}

export const openAiBatch: BatchWire = {
  mostBytes: 100_000_000, // of 200 MB allowed
  async submit(items, place, send) {
    const lines = items.map(({ id, body }) => JSON.stringify({ custom_id: id, method: "POST", url: ENDPOINT, body }));
    const form = new FormData();
    form.set("purpose", "batch");
    form.set("file", new Blob([lines.map((each) => `${each}\n`).join("")], { type: "application/jsonl" }), "requests.jsonl");
    const file = v.parse(named, JSON.parse(await send({ method: "POST", url: `${baseOf(place)}/files`, headers: place.headers, body: form })));
    const body = { input_file_id: file.id, endpoint: ENDPOINT, completion_window: "24h" };
    return v.parse(named, JSON.parse(await send({ method: "POST", url: `${baseOf(place)}/batches`, headers: { ...JSON_HEADERS, ...place.headers }, body }))).id;
  },
  async look(job, place, send) {
    const parsed = read(batch, JSON.parse(await send({ method: "GET", url: `${baseOf(place)}/batches/${encodeURIComponent(job)}`, headers: place.headers })));
    if (parsed === undefined) return undefined;
    const { status, output_file_id, error_file_id, request_counts: counts } = parsed;
    if (!ENDED.has(status)) return { ended: false, done: (counts?.completed ?? 0) + (counts?.failed ?? 0), total: counts?.total ?? 0 };
    return { ended: true, answers: new Map([...(await answersOf(error_file_id, place, send)), ...(await answersOf(output_file_id, place, send))]) };
  },
  async cancel(job, place, send) {
    await send({ method: "POST", url: `${baseOf(place)}/batches/${encodeURIComponent(job)}/cancel`, headers: place.headers });
  },
};
