/** A provider's key. It shows itself in no log, no JSON and no template string: only `reveal` gives it. */

import { TeacherFailure } from "./teacher-failure.ts";

export class ApiKey {
  readonly #value: string;

  /** @throws TeacherFailure `teacher-auth` on characters that no header takes: `fetch` would repeat the key in its error. */
  constructor(value: string) {
    const trimmed = value.trim();
    if (!/^[\x21-\x7e]+$/.test(trimmed)) {
      throw new TeacherFailure("teacher-auth", "The key is empty or holds characters that keys don't have. Copy it again.");
    }
    this.#value = trimmed;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return "[key]";
  }

  toJSON(): string {
    return "[key]";
  }
}
