/** Failures that a user can meet. A bug throws; a failure is a value or a `Failure`, and says what to do. */

export const FAILURE_CODES = [
  "model-missing", // the model's files are not where the manifest says
  "model-corrupt", // a file's size or SHA-256 is not the manifest's, also after a second download
  "model-unsupported", // a model of another kind than can be run here
  "manifest-malformed",
  "concepts-malformed", // a concept table or its manifest
  "network", // a file could not be fetched (offline before the first complete load)
  "engine-unsupported", // no WebAssembly SIMD, or the engine did not start
  "engine-crashed", // the worker died; it is started again by itself a few times
  "note-too-large",
  "file-unreadable",
  "file-too-large",
  "file-kind", // not a kind of file that is read here
  "file-protected", // needs a password
  "line-malformed", // a line of a JSONL input
  "storage-full",
  "key-locked", // the passphrase does not open a kept key, or is too short to keep one under
  "storage-blocked", // the browser's settings allow none
  "storage-newer", // what is kept was written by a newer version of the page
  "teacher-auth", // the key is refused, or may not use this model (401, 403)
  "teacher-model", // the provider does not know the model or the address (404)
  "teacher-request", // the provider rejects the request's form (400, 422)
  "teacher-too-large", // the note does not fit the model (413, context length)
  "teacher-rate-limit", // too many requests; goes by waiting
  "teacher-quota", // credit or daily quota used up; does not go by waiting
  "teacher-overloaded", // the provider's own trouble (500, 503, 529)
  "teacher-malformed", // the reply is not what was asked for, also after one repair
  "teacher-truncated", // the reply hit the output limit
  "teacher-refused", // the model or its filter declined
  "teacher-unreachable", // no connection, or it broke
  "teacher-timeout",
  "teacher-budget", // the next call could go over the user's limit
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** What crosses a worker border: comlink keeps only message, name and stack of an Error. */
export interface FailureValue {
  readonly code: FailureCode;
  /** One sentence for the user that says what happened and what to do. Never note text, never a key. */
  readonly message: string;
}

export class Failure extends Error implements FailureValue {
  override readonly name = "Failure";
  readonly code: FailureCode;
  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: FailureValue };
