/** A failure of a teacher, with what the retry needs to know. */

import { Failure, type FAILURE_CODES } from "../core/failure.ts";

export type TeacherFailureCode = Extract<(typeof FAILURE_CODES)[number], `teacher-${string}`>;

export interface RetryAdvice {
  /** Whether the same request may succeed after a wait. Default: no. */
  readonly retryable?: boolean;
  /** What the provider asked for. */
  readonly retryAfterMs?: number | undefined;
  /** Tokens that the failed call cost all the same. */
  readonly usage?: Usage | undefined;
}

/** As the provider counts them; cached input counts in full. */
export interface Usage {
  readonly inputTokens: number;
  /** Reasoning included: providers bill it as output. */
  readonly outputTokens: number;
  /** Where the provider states the price of the call itself. */
  readonly statedCostUsd?: number | undefined;
}

/** The message is ours alone: never text from the provider, which may repeat the note or the key. */
export class TeacherFailure extends Failure {
  override readonly code: TeacherFailureCode;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly usage: Usage | undefined;

  constructor(code: TeacherFailureCode, message: string, advice: RetryAdvice = {}) {
    super(code, message);
    this.code = code;
    this.retryable = advice.retryable ?? false;
    this.retryAfterMs = advice.retryAfterMs;
    this.usage = advice.usage;
  }
}
