/** One request to a provider: status, body or stream, time limits, cancelling. No retry here. */

import type { Finish, ProviderAdapter, ReplyPiece, UsagePiece, WireRequest } from "./providers/adapter.ts";
import { classifyError, retryAfterMs, teacherFailure } from "./provider-errors.ts";
import { readLines } from "./ndjson.ts";
import { readSse } from "./sse.ts";
import type { Usage } from "./teacher-failure.ts";

/** What of the world a teacher needs. */
export interface Surroundings {
  readonly fetch: typeof globalThis.fetch;
  readonly nowMs: () => number;
  /** Rejects with the signal's reason when it is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** 0 to 1. */
  readonly random: () => number;
}

export interface CallOptions {
  /** How the provider is called in messages. */
  readonly label: string;
  readonly model: string;
  /** Said when there is no connection: what to start or to allow. */
  readonly hint?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** From the request to the last byte. */
  readonly timeoutMs: number;
  /** Longest silence, the one before the first byte included. */
  readonly idleMs: number;
  /** The reply's text so far. */
  readonly onText?: ((text: string) => void) | undefined;
}

export interface ProviderReply {
  readonly text: string;
  readonly usage: Usage | undefined;
}

/** Longest body that is read. */
const LONGEST_BODY_BYTES = 32_000_000;

/** @throws TeacherFailure; the signal's reason when cancelled. */
export async function callProvider(adapter: ProviderAdapter, request: WireRequest, options: CallOptions & Surroundings): Promise<ProviderReply> {
  const connection = await open(request, options);
  try {
    const { response, bytes } = connection;
    const type = response.headers.get("content-type") ?? "";
    const streamed = /event-stream|ndjson/.test(type);
    const collected = new Collected(options);
    if (streamed) {
      const pieces = adapter.streamFormat === "sse" ? readSse(bytes) : readLines(bytes);
      for await (const data of pieces) collected.add(data === "[DONE]" ? undefined : adapter.readEvent(parseJson(data)));
    } else {
      const piece = adapter.readWhole(parseJson(await readText(bytes)));
      if (piece === undefined) throw teacherFailure("teacher-malformed", options.label, { hint: options.hint });
      collected.add(piece);
    }
    return collected.end();
  } catch (error) {
    throw connection.asFailure(error);
  } finally {
    connection.close();
  }
}

/** The JSON body of a small request (a list of models). @throws as above */
export async function fetchJson(request: WireRequest, options: CallOptions & Surroundings): Promise<unknown> {
  return parseJson(await fetchText(request, options));
}

/** The body of a reply. @throws as above */
export async function fetchText(request: WireRequest, options: CallOptions & Surroundings): Promise<string> {
  const connection = await open(request, options);
  try {
    return await readText(connection.bytes);
  } catch (error) {
    throw connection.asFailure(error);
  } finally {
    connection.close();
  }
}

interface Connection {
  readonly response: Response;
  readonly bytes: AsyncIterable<Uint8Array>;
  asFailure(error: unknown): unknown;
  close(): void;
}

/** Sends, waits for the status, and fails on any but 2xx. */
async function open(request: WireRequest, options: CallOptions & Surroundings): Promise<Connection> {
  const { signal, label, fetch } = options; // fetch by itself: as a method of another object browsers refuse it
  const ended = new AbortController();
  // Node's fetch can miss an abort once its request was garbage-collected, so every wait is raced against the signal.
  const aborted = new Promise<never>((_, reject) => {
    ended.signal.addEventListener("abort", () => reject(new DOMException("ended", "AbortError")));
  });
  aborted.catch(() => undefined); // a request that is over has no one left to tell
  let timedOut = false;
  const expire = (): void => {
    timedOut = true;
    ended.abort();
  };
  const total = setTimeout(expire, options.timeoutMs);
  let idle = setTimeout(expire, options.idleMs);
  const cancel = (): void => ended.abort();
  signal?.addEventListener("abort", cancel);
  if (signal?.aborted === true) cancel();

  const close = (): void => {
    clearTimeout(total);
    clearTimeout(idle);
    signal?.removeEventListener("abort", cancel);
    ended.abort();
  };
  const asFailure = (error: unknown): unknown => {
    if (signal?.aborted === true) return signal.reason;
    if (timedOut) return teacherFailure("teacher-timeout", label);
    if (error instanceof RangeError) return teacherFailure("teacher-malformed", label);
    // The error of fetch is not passed on: it may hold the address and headers.
    if (error instanceof TypeError || error instanceof DOMException || isBroken(error)) return teacherFailure("teacher-unreachable", label, { hint: options.hint });
    return error;
  };
  async function* read(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
    const reader = body.getReader();
    let size = 0;
    try {
      for (;;) {
        const { done, value } = await Promise.race([reader.read(), aborted]);
        if (done) return;
        clearTimeout(idle);
        idle = setTimeout(expire, options.idleMs);
        size += value.length;
        if (size > LONGEST_BODY_BYTES) throw new RangeError(`a reply of more than ${LONGEST_BODY_BYTES} bytes`);
        yield value;
      }
    } finally {
      reader.cancel().catch(() => undefined); // broken or read to its end: nothing is left to cancel
    }
  }
  try {
    const sent = fetch(request.url, {
      method: request.method,
      headers: request.headers,
      ...(request.body !== undefined && { body: request.body instanceof FormData ? request.body : JSON.stringify(request.body) }),
      signal: ended.signal,
      // Nothing of the page goes along, and a redirect could carry the note elsewhere.
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: "error",
      cache: "no-store",
    });
    sent.catch(() => undefined); // the race below tells
    const response = await Promise.race([sent, aborted]);
    const bytes = response.body === null ? read(new ReadableStream({ start: (empty) => empty.close() })) : read(response.body);
    if (response.ok) return { response, bytes, asFailure, close };
    throw classifyError({
      label,
      model: options.model,
      status: response.status,
      body: parseJson(await readText(bytes)),
      retryAfterMs: retryAfterMs(response.headers, options.nowMs()),
      noRetry: response.headers.get("x-should-retry") === "false",
    });
  } catch (error) {
    close();
    throw asFailure(error);
  }
}

/** Node reports a connection that breaks as an Error with a code. */
const isBroken = (error: unknown): boolean => error instanceof Error && "code" in error && typeof error.code === "string" && /^(E[A-Z]+|UND_ERR)/.test(error.code);

async function readText(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of bytes) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** The text itself when it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Adds up the pieces of a reply. */
class Collected {
  readonly #options: CallOptions;
  #text = "";
  #finish: Finish | undefined;
  #usage: UsagePiece = {};

  constructor(options: CallOptions) {
    this.#options = options;
  }

  /** @throws TeacherFailure when the piece is an error. */
  add(piece: ReplyPiece | undefined): void {
    if (piece === undefined) return;
    const { label, model, onText } = this.#options;
    if (piece.error !== undefined) throw classifyError({ label, model, status: 200, body: piece.error });
    this.#finish = piece.finish ?? this.#finish;
    const given = Object.entries(piece.usage ?? {}).filter(([, value]) => value !== undefined);
    this.#usage = { ...this.#usage, ...Object.fromEntries(given) };
    if (piece.text === undefined || piece.text === "") return;
    this.#text += piece.text;
    onText?.(this.#text);
  }

  /** @throws TeacherFailure unless the reply came to its end. */
  end(): ProviderReply {
    const { label, hint } = this.#options;
    const { inputTokens, outputTokens, statedCostUsd } = this.#usage;
    const usage = inputTokens === undefined || outputTokens === undefined ? undefined : { inputTokens, outputTokens, statedCostUsd };
    if (this.#finish === "refused") throw teacherFailure("teacher-refused", label, { usage });
    if (this.#finish === "truncated") throw teacherFailure("teacher-truncated", label, { usage });
    // Without a word of the end the connection was cut: what came may be half the mentions.
    if (this.#finish === undefined) throw teacherFailure("teacher-unreachable", label, { hint, usage });
    return { text: this.#text, usage };
  }
}
