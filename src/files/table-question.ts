/** What the user is asked about a table: which column holds the notes. */

import type { TableChoice } from "./table-dialect.ts";

export interface TableQuestion {
  readonly path: string;
  /** The first rows, a header among them. All of one length. */
  readonly rows: readonly (readonly string[])[];
  readonly guess: TableChoice;
}

/** Answers `undefined` when this table (and others with the same header) is to be left out. */
export type ChooseColumns = (question: TableQuestion) => Promise<TableChoice | undefined>;

/** Asks once for tables that look alike: the same header, or the same number of columns where there is none. */
export function askOnce(choose: ChooseColumns): ChooseColumns {
  const answers = new Map<string, TableChoice | undefined>();
  return async (question) => {
    const first = question.rows[0] ?? [];
    const key = question.guess.hasHeader ? JSON.stringify(first) : String(first.length);
    if (first.length <= 1) return question.guess;
    if (!answers.has(key)) answers.set(key, await choose(question));
    return answers.get(key);
  };
}
