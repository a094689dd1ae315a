/** What differs between providers: the request, and what a reply or a piece of a stream says. Pure. */

import type { Prompt } from "../prompt.ts";
import type { TeacherSettings } from "../settings.ts";
import type { Usage } from "../teacher-failure.ts";

/** Settings with the blanks filled. */
export interface Target extends TeacherSettings {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly maxOutputTokens: number;
  readonly stream: boolean;
}

export interface WireRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  /** Content type and authorisation only: other headers fail at preflights. */
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON, a form as a form. */
  readonly body?: unknown;
}

export type Finish = "complete" | "truncated" | "refused";

/** What a piece tells of the usage; later pieces count over earlier ones. */
export type UsagePiece = { readonly [Field in keyof Usage]?: Usage[Field] | undefined };

/** A whole reply, or one piece of a stream: what it adds to the text, and what it tells of the end. */
export interface ReplyPiece {
  readonly text?: string | undefined;
  readonly finish?: Finish | undefined;
  readonly usage?: UsagePiece | undefined;
  /** An error that came inside a reply with status 200. */
  readonly error?: unknown;
}

export interface ProviderAdapter {
  readonly streamFormat: "sse" | "ndjson";
  request(prompt: Prompt, target: Target): WireRequest;
  /** The body of a reply that is not streamed. Undefined: not this provider's format. */
  readWhole(body: unknown): ReplyPiece | undefined;
  /** The data of one event or line. Undefined: nothing of interest. */
  readEvent(data: unknown): ReplyPiece | undefined;
  /** The models at hand, for a test of the connection that sends nothing. */
  modelsRequest(target: Target): WireRequest;
  /** Ids out of that reply. Undefined: not this provider's format. */
  readModels(body: unknown): readonly string[] | undefined;
}

export const JSON_HEADERS = { "content-type": "application/json" } as const;
