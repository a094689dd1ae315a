/** Faults of provider and network: what must become of them, and after how many requests. */

import type { TeacherFailureCode } from "../../src/teacher/teacher-failure.ts";
import type { ErrorKind, Step } from "./fake-provider/scenario.ts";

export interface TransportCase {
  readonly name: string;
  /** `good`: a reply that is right. */
  readonly steps: (good: string) => readonly Step[];
  readonly expected: TeacherFailureCode | "reading";
  /** Requests until then; the tests try three times. */
  readonly requests: number;
  readonly only?: "stream" | "whole";
  /** Ollama knows neither refusals nor spend limits. */
  readonly notOllama?: boolean;
  readonly idleMs?: number;
}

const TRIES = 3;
const failing = (error: ErrorKind, expected: TeacherFailureCode, requests = 1): TransportCase => ({ name: error, steps: () => [{ kind: "error", error }], expected, requests });
const retried = (error: ErrorKind, expected: TeacherFailureCode): TransportCase[] => [
  failing(error, expected, TRIES),
  { name: `${error}, then well`, steps: (text) => [{ kind: "error", error }, { kind: "reply", text }], expected: "reading", requests: 2 },
];
const raw = (status: number, contentType: string, body: string): (() => readonly Step[]) => () => [{ kind: "raw", status, contentType, body }];
const HTML = "<!doctype html><html><body>Sign in to the hospital network</body></html>";

export const TRANSPORT_CASES: readonly TransportCase[] = [
  failing("key", "teacher-auth"),
  failing("forbidden", "teacher-auth"),
  failing("model", "teacher-model"),
  failing("bad-request", "teacher-request"),
  failing("context-length", "teacher-too-large"),
  failing("too-large", "teacher-too-large"),
  failing("payment", "teacher-quota"),
  failing("quota", "teacher-quota"),
  ...retried("rate-limit", "teacher-rate-limit"),
  ...retried("server", "teacher-overloaded"),
  ...retried("unavailable", "teacher-overloaded"),
  ...retried("overloaded", "teacher-overloaded"),
  { name: "Retry-After in seconds", steps: (text) => [{ kind: "error", error: "rate-limit", headers: { "retry-after": "7" } }, { kind: "reply", text }], expected: "reading", requests: 2 },
  { name: "Retry-After too long", steps: () => [{ kind: "error", error: "rate-limit", headers: { "retry-after": "86400" } }], expected: "teacher-rate-limit", requests: 1 },
  { name: "x-should-retry: false", steps: () => [{ kind: "error", error: "server", headers: { "x-should-retry": "false" } }], expected: "teacher-overloaded", requests: 1 },
  { name: "HTML under 200", steps: raw(200, "text/html", HTML), expected: "teacher-malformed", requests: 1 },
  { name: "HTML under 502", steps: raw(502, "text/html", HTML), expected: "teacher-overloaded", requests: TRIES },
  { name: "HTML under 403", steps: raw(403, "text/html", HTML), expected: "teacher-auth", requests: 1 },
  { name: "empty body under 200", steps: raw(200, "application/json", ""), expected: "teacher-malformed", requests: 1 },
  { name: "other JSON under 200", steps: raw(200, "application/json", '{"status":"ok"}'), expected: "teacher-malformed", requests: 1 },
  { name: "null under 500", steps: raw(500, "application/json", "null"), expected: "teacher-overloaded", requests: TRIES },
  { name: "stream of rubbish", steps: raw(200, "text/event-stream", "data: {{{\n\ndata: 7\n\nevent: x\n\n:\n\n"), expected: "teacher-unreachable", requests: TRIES, only: "stream" },
  { name: "408", steps: raw(408, "application/json", "{}"), expected: "teacher-timeout", requests: TRIES },
  { name: "422", steps: raw(422, "application/json", '{"detail":[{"loc":["body"]}]}'), expected: "teacher-request", requests: 1 },
  { name: "redirect", steps: raw(307, "text/plain", ""), expected: "teacher-unreachable", requests: TRIES },
  { name: "cut in the middle", steps: (text) => [{ kind: "cut", text }], expected: "teacher-unreachable", requests: TRIES },
  { name: "cut, then well", steps: (text) => [{ kind: "cut", text }, { kind: "reply", text }], expected: "reading", requests: 2 },
  { name: "ends too soon", steps: (text) => [{ kind: "short", text }], expected: "teacher-unreachable", requests: TRIES, only: "stream" },
  { name: "ends too soon", steps: (text) => [{ kind: "short", text }], expected: "teacher-malformed", requests: 1, only: "whole" },
  { name: "error under 200", steps: (text) => [{ kind: "error-in-stream", text, error: "overloaded" }], expected: "teacher-overloaded", requests: TRIES },
  { name: "error under 200, then well", steps: (text) => [{ kind: "error-in-stream", text, error: "server" }, { kind: "reply", text }], expected: "reading", requests: 2 },
  { name: "silent from the start", steps: (text) => [{ kind: "silent", when: "before", text }], expected: "teacher-timeout", requests: TRIES, idleMs: 60 },
  { name: "silent in the middle", steps: (text) => [{ kind: "silent", when: "amid", text }], expected: "teacher-timeout", requests: TRIES, idleMs: 60 },
  { name: "output limit", steps: (text) => [{ kind: "reply", text, finish: "truncated" }], expected: "teacher-truncated", requests: 1 },
  { name: "refused by the filter", steps: (text) => [{ kind: "reply", text, finish: "refused" }], expected: "teacher-refused", requests: 1, notOllama: true },
];
