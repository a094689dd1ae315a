/**
 * The table as text: UTF-8 lines that a person can read, sorted so that it stays small. docs/formats.md, "Concept table".
 *
 *   chartlight-concepts 1 problems 3 5
 *   ICD-10-CM⇥I10⇥Essential (primary) hypertension     one line a concept; an empty system means that of the line above
 *   3ypertension⇥0⇥1                                    letters kept of the name above (base 36), rest, tier, concept (base 36)
 */

import type { TableSource } from "./concept-table.ts";

export const TABLE_MAGIC = "chartlight-concepts";
export const TABLE_FORMAT = 1;
/** One digit in base 36. */
export const LONGEST_PREFIX = 35;

function sharedLetters(a: string, b: string): number {
  const end = Math.min(a.length, b.length, LONGEST_PREFIX);
  let shared = 0;
  while (shared < end && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  return shared;
}

/** Ends with a line feed. Throws a RangeError for a tab or line feed inside a field, or names out of order: a bug of the builder. */
export function encodeTable({ group, concepts, names }: TableSource): string {
  const lines = [`${TABLE_MAGIC} ${TABLE_FORMAT} ${group} ${concepts.length} ${names.length}`];
  let system = "";
  for (const [i, concept] of concepts.entries()) {
    if (/[\t\n\r]/.test(concept.system + concept.code + concept.name)) throw new RangeError(`control character in concept ${i}`);
    lines.push(`${concept.system === system ? "" : concept.system}\t${concept.code}\t${concept.name}`);
    system = concept.system;
  }
  let before = "";
  for (const [i, { name, concept, tier }] of names.entries()) {
    if (name <= before || /[\t\n\r]/.test(name)) throw new RangeError(`name ${i} is out of order or holds a control character`);
    const shared = sharedLetters(before, name);
    lines.push(`${shared.toString(36)}${name.slice(shared)}\t${tier}\t${concept.toString(36)}`);
    before = name;
  }
  return `${lines.join("\n")}\n`;
}
