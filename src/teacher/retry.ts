/** Tries again where waiting helps: exponential backoff with full jitter, or what the provider asks for. */

import { TeacherFailure } from "./teacher-failure.ts";
import type { Surroundings } from "./transport.ts";

export interface RetryPolicy {
  /** All in all, the first one included. */
  readonly attempts: number;
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** A provider that asks for a longer wait than this is not waited for. */
  readonly longestRetryAfterMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = { attempts: 5, firstDelayMs: 1000, longestDelayMs: 30_000, longestRetryAfterMs: 120_000 };

/** Before the try after the `attempt`-th (from 1). Undefined: no further try. */
export function retryDelayMs(failure: TeacherFailure, attempt: number, policy: RetryPolicy & Pick<Surroundings, "random">): number | undefined {
  if (!failure.retryable || attempt >= policy.attempts) return undefined;
  const backoff = policy.random() * Math.min(policy.longestDelayMs, policy.firstDelayMs * 2 ** (attempt - 1));
  if (failure.retryAfterMs === undefined) return backoff;
  // A little more than asked for, so that many callers don't come back at once.
  return failure.retryAfterMs > policy.longestRetryAfterMs ? undefined : failure.retryAfterMs + policy.random() * policy.firstDelayMs;
}

export interface RetryOptions extends Pick<Surroundings, "sleep" | "random"> {
  readonly policy?: RetryPolicy | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Before each wait. */
  readonly onWait?: ((failure: TeacherFailure, delayMs: number) => void) | undefined;
}

/** @throws what the last try threw; the signal's reason when cancelled. */
export async function withRetry<T>(call: () => Promise<T>, options: RetryOptions): Promise<T> {
  const policy = { ...(options.policy ?? DEFAULT_RETRY), random: options.random };
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const delayMs = error instanceof TeacherFailure ? retryDelayMs(error, attempt, policy) : undefined;
      if (delayMs === undefined || !(error instanceof TeacherFailure)) throw error;
      options.onWait?.(error, delayMs);
      await options.sleep(delayMs, options.signal);
    }
  }
}
