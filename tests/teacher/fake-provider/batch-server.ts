/** A local HTTP server with the batch endpoints of OpenAI, Anthropic and Google, in their own shapes. Its jobs live as long as it does. */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Outcome =
  | { readonly kind: "reply"; readonly text: string }
  | { readonly kind: "error"; readonly status: 400 | 429 }
  /** The item's day is over. */
  | { readonly kind: "expired" }
  /** A line of the results that is no JSON, or none at all. */
  | { readonly kind: "garbled" };

export interface BatchServer {
  readonly url: string;
  /** Each as "METHOD path", without the address. */
  readonly requests: string[];
  /** Items of each job, in the order of submission. */
  readonly submitted: Record<string, unknown>[][];
  readonly cancelled: string[];
  /** How often a job is looked at before it has ended; Infinity: never. */
  looks: number;
  /** What the next requests meet instead of an answer. */
  readonly trouble: number[];
  close(): Promise<void>;
}

interface Item {
  readonly id: string;
  readonly body: Record<string, unknown>;
}

interface Job {
  readonly items: Item[];
  looked: number;
  cancelled: boolean;
}

const ERROR_TYPES = { 400: "invalid_request_error", 429: "rate_limit_error" } as const;
const RPC_CODES = { 400: 3, 429: 8 } as const;

/** `key` must come as each provider wants it. `outcome` decides by an item's body. */
export async function startBatchServer(key: string, outcome: (body: string) => Outcome): Promise<BatchServer> {
  const jobs = new Map<string, Job>();
  const files = new Map<string, string>();
  const requests: string[] = [];
  const submitted: Record<string, unknown>[][] = [];
  const cancelled: string[] = [];
  const trouble: number[] = [];
  let looks = 2;
  const add = (name: string, items: Item[]): string => {
    jobs.set(name, { items, looked: 0, cancelled: false });
    submitted.push(items.map(({ body }) => body));
    return name;
  };
  const ended = (job: Job): boolean => job.cancelled || job.looked++ >= looks;
  /** In another order than they came, with an item that nobody sent. */
  const outcomes = (job: Job) => [...job.items, { id: "unknown", body: {} }].reverse().map(({ id, body }) => ({ id, outcome: outcome(JSON.stringify(body)) }));
  const lines = (values: readonly unknown[]): string => values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join("\n");

  const openAi = (method: string, path: string, body: string): unknown => {
    const [, kind, name = "", what] = path.split("/");
    if (kind === "files" && method === "POST") {
      const file = `file-${files.size + 1}`;
      files.set(file, /jsonl\r\n\r\n([^]*?)\r\n--/.exec(body)?.[1] ?? "");
      return { id: file, purpose: "batch" };
    }
    if (kind === "files") return files.get(name);
    if (name === "") {
      const { input_file_id: file, endpoint } = JSON.parse(body) as Record<string, string>;
      if (endpoint !== "/v1/chat/completions") return undefined;
      const parsed = (files.get(file ?? "") ?? "").trim().split("\n").map((line) => JSON.parse(line) as { custom_id: string; body: Item["body"] });
      return { id: add(`batch_${jobs.size + 1}`, parsed.map((line) => ({ id: line.custom_id, body: line.body }))), status: "validating" };
    }
    const job = jobs.get(name);
    if (job === undefined) return undefined;
    if (what === "cancel") {
      cancelled.push(name);
      job.cancelled = true;
    }
    const counts = { total: job.items.length, completed: 0, failed: 0 };
    if (!ended(job)) return { id: name, status: "in_progress", request_counts: counts, output_file_id: null };
    const all = outcomes(job);
    const good = all.filter((each) => each.outcome.kind === "reply" || each.outcome.kind === "garbled");
    files.set(`${name}-out`, lines(good.map(({ id, outcome: found }) => (found.kind === "reply" ? { custom_id: id, response: { status_code: 200, body: { choices: [{ message: { content: found.text }, finish_reason: "stop" }], usage: { prompt_tokens: 100, completion_tokens: 20 } } }, error: null } : '{"custom_id":"cut'))));
    const bad = all.flatMap(({ id, outcome: found }): unknown[] =>
      found.kind === "error" ? [{ custom_id: id, response: { status_code: found.status, body: { error: { type: ERROR_TYPES[found.status] } } } }] : found.kind === "expired" ? [{ custom_id: id, response: null, error: { code: "batch_expired", message: "expired" } }] : [],
    );
    files.set(`${name}-err`, lines(bad));
    return { id: name, status: job.cancelled ? "cancelled" : "completed", output_file_id: `${name}-out`, error_file_id: bad.length > 0 ? `${name}-err` : null, request_counts: counts };
  };

  const anthropic = (method: string, path: string, body: string): unknown => {
    const [, , , , name, what] = path.split("/");
    if (name === undefined) {
      const { requests: items } = JSON.parse(body) as { requests: { custom_id: string; params: Item["body"] }[] };
      return { id: add(`msgbatch_${jobs.size + 1}`, items.map((item) => ({ id: item.custom_id, body: item.params }))), processing_status: "in_progress" };
    }
    const job = jobs.get(name);
    if (job === undefined) return undefined;
    if (what === "results") {
      return lines(
        outcomes(job).map(({ id, outcome: found }) => {
          if (found.kind === "garbled") return "{cut";
          if (found.kind === "expired") return { custom_id: id, result: { type: "expired" } };
          if (found.kind === "error") return { custom_id: id, result: { type: "errored", error: { type: "error", error: { type: ERROR_TYPES[found.status], message: "no" } } } };
          return { custom_id: id, result: { type: "succeeded", message: { type: "message", content: [{ type: "text", text: found.text }], stop_reason: "end_turn", usage: { input_tokens: 100, output_tokens: 20 } } } };
        }),
      );
    }
    if (what === "cancel") {
      cancelled.push(name);
      job.cancelled = true;
    }
    const counts = { processing: job.items.length, succeeded: 0, errored: 0, canceled: 0, expired: 0 };
    return { id: name, processing_status: ended(job) ? "ended" : "in_progress", request_counts: counts, results_url: "http://127.0.0.1:9/elsewhere" };
  };

  const gemini = (method: string, path: string, body: string): unknown => {
    if (path.endsWith(":batchGenerateContent")) {
      const { batch } = JSON.parse(body) as { batch: { input_config: { requests: { requests: { request: Item["body"]; metadata: { key: string } }[] } } } };
      const items = batch.input_config.requests.requests.map(({ request, metadata }) => ({ id: metadata.key, body: request }));
      return { name: add(`batches/b${jobs.size + 1}`, items), metadata: { state: "BATCH_STATE_PENDING" } };
    }
    const [name = "", what] = path.replace("/v1beta/", "").split(":");
    const job = jobs.get(name);
    if (job === undefined) return undefined;
    if (what === "cancel") {
      cancelled.push(name);
      job.cancelled = true;
      return {};
    }
    if (!ended(job)) return { name, metadata: { state: "BATCH_STATE_RUNNING", batchStats: { requestCount: String(job.items.length), successfulRequestCount: "0" } } };
    const inlinedResponses = outcomes(job).flatMap(({ id, outcome: found }): unknown[] => {
      if (found.kind === "expired") return [];
      if (found.kind === "garbled") return ["cut"];
      if (found.kind === "error") return [{ metadata: { key: id }, error: { code: RPC_CODES[found.status], message: "no" } }];
      return [{ metadata: { key: id }, response: { candidates: [{ content: { parts: [{ text: found.text }] }, finishReason: "STOP" }], usageMetadata: { promptTokenCount: 100, candidatesTokenCount: 20 } } }];
    });
    return { name, done: true, metadata: { state: "BATCH_STATE_SUCCEEDED" }, response: { inlinedResponses: { inlinedResponses } } };
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => void chunks.push(chunk));
    request.on("end", () => {
      const path = request.url ?? "";
      requests.push(`${request.method} ${path}`);
      const body = Buffer.concat(chunks).toString("utf8");
      const status = trouble.shift();
      if (status === 0) return void response.destroy();
      if (status !== undefined) return void response.writeHead(status, { "retry-after": "0" }).end(JSON.stringify({ error: { message: `no ${key}` } }));
      const given = [request.headers.authorization?.replace("Bearer ", ""), request.headers["x-api-key"], request.headers["x-goog-api-key"]];
      if (!given.includes(key)) return void response.writeHead(401).end("{}");
      const speak = path.startsWith("/v1beta") ? gemini : path.startsWith("/v1/messages") ? anthropic : openAi;
      const reply = speak(request.method ?? "", speak === openAi ? path.replace(/^\/v1/, "") : path, body);
      if (reply === undefined) return void response.writeHead(404).end("{}");
      response.writeHead(200, { "content-type": "application/json" }).end(typeof reply === "string" ? reply : JSON.stringify(reply));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    submitted,
    cancelled,
    trouble,
    get looks() {
      return looks;
    },
    set looks(count) {
      looks = count;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
