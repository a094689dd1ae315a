/** What the fake provider does with a request. */

import type { ProviderId } from "../../../src/teacher/settings.ts";

export type ErrorKind =
  | "bad-request"
  | "context-length"
  | "key"
  | "forbidden"
  | "model"
  | "payment"
  | "too-large"
  | "rate-limit"
  | "quota"
  | "server"
  | "unavailable"
  | "overloaded";

export type FakeFinish = "complete" | "truncated" | "refused";

export type Step =
  | { readonly kind: "reply"; readonly text: string; readonly finish?: FakeFinish }
  | { readonly kind: "error"; readonly error: ErrorKind; readonly headers?: Readonly<Record<string, string>> }
  /** An error line inside a reply with status 200, after a part of the text. */
  | { readonly kind: "error-in-stream"; readonly text: string; readonly error: ErrorKind }
  /** The connection breaks after a part of the body. */
  | { readonly kind: "cut"; readonly text: string }
  /** The body ends in good order, but before the reply does. */
  | { readonly kind: "short"; readonly text: string }
  /** Nothing comes: no status, or no further byte after the first half. */
  | { readonly kind: "silent"; readonly when: "before" | "amid"; readonly text: string }
  | { readonly kind: "raw"; readonly status: number; readonly contentType: string; readonly body: string };

export interface Scenario {
  readonly provider: ProviderId;
  readonly key: string;
  /** What a request for the list of models gets, unless the step is an error. */
  readonly models?: readonly string[];
  /** One for each request; the last one for all that follow. */
  readonly steps: readonly Step[];
  /** Where the bytes of a stream are split. */
  readonly seed: number;
}

/** A request as it came in. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** How one provider writes its replies. `echo` stands in every error's message: what must not reach ours. */
export interface Wire {
  readonly contentType: string;
  /** Undefined when the request is what the provider accepts, else what is wrong. */
  problem(received: Received, body: unknown, key: string): string | undefined;
  streams(received: Received, body: unknown): boolean;
  /** The parts of a stream: the text in pieces, and how it ends (undefined: it doesn't). */
  stream(pieces: readonly string[], finish: FakeFinish | undefined): readonly string[];
  whole(text: string, finish: FakeFinish): unknown;
  error(kind: ErrorKind, echo: string): { readonly status: number; readonly body: unknown };
  /** That error inside a stream. */
  streamError(kind: ErrorKind, echo: string): string;
}

export const USAGE = { input: 1234, output: 567 };
