import { Failure, type Result } from "../core/failure.ts";

/** A Failure becomes a value; anything else is a bug and stays an error. */
export async function asResult<T>(promise: Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await promise };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ok: false, failure: { code: error.code, message: error.message } };
  }
}
