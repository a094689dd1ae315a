/** A provider's error to our failure: its class, whether waiting helps, and a sentence that says what to do. */

import * as v from "valibot";
import { read, text } from "./providers/wire.ts";
import { TeacherFailure, type RetryAdvice, type TeacherFailureCode } from "./teacher-failure.ts";

/** What is known of an error. The texts in `body` are looked at, never shown: they may repeat the note or the key. */
export interface ErrorFacts {
  /** How the provider is called in messages. */
  readonly label: string;
  readonly model: string;
  /** 200 for an error inside a stream that had begun. */
  readonly status: number;
  /** JSON, or the text when it is none. */
  readonly body: unknown;
  readonly retryAfterMs?: number | undefined;
  /** The header `x-should-retry: false`. */
  readonly noRetry?: boolean;
}

const detail = v.object({ retryDelay: text, reason: text, violations: v.fallback(v.optional(v.array(v.object({ quotaId: text }))), undefined) });
const detailList = v.union([v.array(detail), v.pipe(v.object({ error_code: text }), v.transform((one) => [{ reason: one.error_code, retryDelay: undefined, violations: undefined }]))]);
const code = v.fallback(v.optional(v.nullish(v.union([v.string(), v.number()]))), undefined);
const errorObject = v.object({ type: text, code, status: text, message: text, details: v.fallback(v.optional(detailList), undefined) });
const body = v.union([v.object({ error: errorObject }), v.object({ error: v.pipe(v.string(), v.transform((message) => ({ message }))) }), errorObject]);

interface Said {
  /** Type, code, status and reasons as one text, lower case. */
  readonly names: string;
  readonly message: string;
  readonly numericCode: number | undefined;
  readonly retryDelayMs: number | undefined;
}

function readSaid(given: unknown): Said {
  const parsed = read(body, given);
  const error: Partial<v.InferOutput<typeof errorObject>> | undefined = parsed === undefined ? undefined : "error" in parsed ? parsed.error : parsed;
  const details = error?.details ?? [];
  const names = [error?.type, error?.code, error?.status, ...details.flatMap(({ reason, violations }) => [reason, ...(violations ?? []).map(({ quotaId }) => quotaId)])];
  const delay = /^(\d+(?:\.\d+)?)s$/.exec(details.find(({ retryDelay }) => retryDelay)?.retryDelay ?? "");
  return {
    names: names.filter((name) => name !== undefined && name !== null).join(" ").toLowerCase(),
    message: error?.message ?? "",
    numericCode: typeof error?.code === "number" ? error.code : undefined,
    retryDelayMs: delay === null ? undefined : Number(delay[1]) * 1000,
  };
}

const QUOTA_NAMES = /insufficient_quota|quota_exceeded|credit_balance|billing|spend_limit|perday|payment_required/;
const QUOTA_MESSAGE = /credit balance is too low|insufficient credits|exceeded your current quota/i;
const TOO_LARGE = /context.?(?:length|window|size)|too (?:long|large)|maximum (?:context|number of tokens)|exceeds? the (?:maximum|available)/i;
const REFUSED_NAMES = /content_filter|content_policy|moderation/;

function classOf({ status, body: given }: ErrorFacts, said: Said): TeacherFailureCode {
  const { names, message } = said;
  const at = status === 200 ? (said.numericCode ?? 200) : status;
  if (at === 402 || QUOTA_NAMES.test(names) || (at < 500 && QUOTA_MESSAGE.test(message) && !/rate.?limit/i.test(names + message))) return "teacher-quota";
  if (at === 429 || /rate_limit/.test(names) || names.includes("resource_exhausted")) return "teacher-rate-limit";
  if (REFUSED_NAMES.test(names) || (at === 403 && /moderation|flagged/i.test(message + JSON.stringify(given)))) return "teacher-refused";
  if (at === 401 || at === 403 || /authentication|permission|api_key/.test(names)) return "teacher-auth";
  if (at === 413 || ((at === 400 || at === 200) && TOO_LARGE.test(`${names} ${message}`))) return "teacher-too-large";
  if (at === 404 || /model_not_found|not_found_error/.test(names)) return "teacher-model";
  if (at === 408 || at === 504) return "teacher-timeout";
  if (at >= 500 || at === 200) return "teacher-overloaded";
  return "teacher-request";
}

const RETRYABLE: ReadonlySet<TeacherFailureCode> = new Set(["teacher-rate-limit", "teacher-overloaded", "teacher-timeout", "teacher-unreachable"]);

/** The sentences. `http`: "HTTP 429", or nothing for an error inside a stream. */
function sentence(failure: TeacherFailureCode, label: string, http: string): string {
  switch (failure) {
    case "teacher-auth":
      return `${label} refused the key${http}. Check that it is complete, belongs to ${label} and may use this model.`;
    case "teacher-model":
      return `${label} does not know this model or address${http}. Check the model's name and the address.`;
    case "teacher-request":
      return `${label} rejected the request${http}. Another model may take it, or the same one with the JSON schema switched off.`;
    case "teacher-too-large":
      return `The note does not fit the model${http}. Choose a model with a longer context, or send a part of the note.`;
    case "teacher-rate-limit":
      return `${label} asks for fewer requests${http}. Wait a minute, or lower the number of requests at a time.`;
    case "teacher-quota":
      return `The credit or quota at ${label} is used up${http}. Add credit there, or wait for the quota's next day; trying again won't help.`;
    case "teacher-overloaded":
      return `${label} has trouble of its own${http}. Try again in a few minutes.`;
    case "teacher-malformed":
      return `${label} did not reply in the form asked for${http}. Check the address, or choose another model.`;
    case "teacher-truncated":
      return `The reply hit the output limit. Raise the limit, or send a part of the note.`;
    case "teacher-refused":
      return `The model, or a filter at ${label}, declined to annotate this note${http}. Choose another teacher.`;
    case "teacher-unreachable":
      return `No connection to ${label}${http}. Check the address and the network.`;
    case "teacher-timeout":
      return `${label} took too long${http}. Try again, or allow more time.`;
    case "teacher-budget":
      return `The next call could go over the budget. Raise it to go on.`;
  }
}

export function teacherFailure(failure: TeacherFailureCode, label: string, advice: RetryAdvice & { readonly status?: number; readonly hint?: string | undefined } = {}): TeacherFailure {
  const http = advice.status === undefined ? "" : ` (HTTP ${advice.status})`;
  const hint = advice.hint === undefined ? "" : ` ${advice.hint}`;
  return new TeacherFailure(failure, sentence(failure, label, http) + hint, { retryable: RETRYABLE.has(failure), ...advice });
}

/** The failure that an error reply, or an error inside a stream, stands for. */
export function classifyError(facts: ErrorFacts): TeacherFailure {
  const said = readSaid(facts.body);
  const failure = classOf(facts, said);
  return teacherFailure(failure, facts.label, {
    ...(facts.status !== 200 && { status: facts.status }),
    retryable: RETRYABLE.has(failure) && facts.noRetry !== true,
    retryAfterMs: facts.retryAfterMs ?? said.retryDelayMs,
  });
}

/** `retry-after-ms`, or `retry-after` in seconds or as a date. Undefined where the header is missing or unreadable (CORS). */
export function retryAfterMs(headers: Pick<Headers, "get">, nowMs: number): number | undefined {
  const ms = Number(headers.get("retry-after-ms") ?? Number.NaN);
  if (Number.isFinite(ms) && ms >= 0) return ms;
  const header = headers.get("retry-after");
  if (header === null) return undefined;
  const seconds = Number(header);
  if (header.trim() !== "" && Number.isFinite(seconds)) return seconds < 0 ? undefined : seconds * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}
