/** What differs between the batch endpoints of providers: many requests as one job, answered within a day, at half price. Pure. */

import type { WireRequest } from "../providers/adapter.ts";

/** One request of the ordinary endpoint, to be answered inside a job. */
export interface BatchItem {
  /** At most 64 of `[a-zA-Z0-9_-]`. */
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The ordinary endpoint that the items were meant for: where the batch endpoint is follows from it. */
export interface BatchPlace {
  readonly url: string;
  /** Authorisation; no content type. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The text of a 2xx reply. @throws TeacherFailure */
export type Send = (request: WireRequest) => Promise<string>;

/** What the ordinary endpoint would have replied. */
export interface BatchAnswer {
  readonly status: number;
  readonly body: unknown;
}

export type BatchState =
  | { readonly ended: false; readonly done: number; readonly total: number }
  /** An item without an answer expired or was cancelled. */
  | { readonly ended: true; readonly answers: ReadonlyMap<string, BatchAnswer> };

export interface BatchWire {
  /** Longest job, in bytes of its items' JSON. */
  readonly mostBytes: number;
  /** Gives the job's name at the provider. */
  submit(items: readonly BatchItem[], place: BatchPlace, send: Send): Promise<string>;
  /** Undefined: not this provider's format. */
  look(job: string, place: BatchPlace, send: Send): Promise<BatchState | undefined>;
  /** What is answered already stays answered. */
  cancel(job: string, place: BatchPlace, send: Send): Promise<void>;
}

/** Replies are read as a whole: so many of them stay far below what `transport.ts` reads. */
export const MOST_ITEMS = 4000;

/** The values of a text with one JSON value a line; a line that is none is left out, and its item counts as unanswered. */
export function jsonLines(text: string): unknown[] {
  return text.split("\n").flatMap((line) => {
    try {
      return line.trim() === "" ? [] : [JSON.parse(line) as unknown];
    } catch {
      return [];
    }
  });
}
