/** The names that a title or term of ICD-10-CM stands for. */

import { fold } from "../../src/core/concepts/fold.ts";
import type { NameTier } from "../../src/core/concepts/concept-table.ts";

export interface FoldedName {
  readonly name: string;
  readonly tier: NameTier;
}

/** More words than any mention has. */
const LONGEST_NAME = 9;

/** What ICD-10-CM adds where the text says nothing more: without it the name is what a note writes. */
const UNSPECIFIED = [
  /,? (?:unspecified|not otherwise specified|NOS|not elsewhere classified|site not specified|unspecified (?:organism|site|ear|eye|side|severity|type|cause|part))$/i,
  /,? (?:unspecified organism|uncomplicated|without complications?|with unspecified complications?)$/i,
  /, (?:initial encounter.*)$/i,
];

function general(text: string): string {
  let before: string;
  let now = text;
  do {
    before = now;
    for (const ending of UNSPECIFIED) now = now.replace(ending, "");
    now = now.replace(/^unspecified /i, "").replace(/ of unspecified [a-z ]+$/i, "").replace(/, unspecified [a-z ]+$/i, "");
  } while (now !== before);
  return now;
}

/** "X (arterial) [Y]": the parenthesis is a word that doesn't matter, the bracket another name or a short form of the word before. */
function variants(text: string): string[] {
  const plain = text.replace(/\s*\([^)]*\)/g, "").trim();
  const bracket = /^(.*?)\s*\[([^\]]+)\]\s*(.*)$/.exec(plain);
  if (bracket === null) return [plain];
  const [, head = "", inner = "", rest = ""] = bracket;
  const whole = `${head} ${rest}`.trim();
  if (rest !== "") return [whole, `${inner} ${rest}`];
  // A short form alone may mean something else in a note ("APDS", "CAD"): the abbreviation list decides.
  return /^[A-Z0-9]{1,6}$/.test(inner) ? [whole] : [whole, inner];
}

/** Titles of "other", of encounters and of histories name no single thing. */
const NOT_A_NAME = /^(?:other|encounter|personal history|family history|contact with|problems? related|poisoning|underdosing|adverse effect)\b|\bother specified\b|\bsequelae?\b/i;

/** Folded and distinct, the closer tier first. */
export function namesOf(text: string, own: boolean): FoldedName[] {
  if (NOT_A_NAME.test(text)) return [];
  const names = new Map<string, NameTier>();
  for (const variant of variants(text)) {
    const said = fold(variant);
    const short = fold(general(variant));
    if (said !== "" && !names.has(said)) names.set(said, own ? 0 : 1);
    if (short !== "" && !names.has(short)) names.set(short, 1);
  }
  return [...names].filter(([name]) => name.split(" ").length <= LONGEST_NAME && /\p{L}{2}/u.test(name)).map(([name, tier]) => ({ name, tier }));
}
