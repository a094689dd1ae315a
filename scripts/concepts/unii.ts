/** FDA's list of substance names (UNII) as medications: tab-separated name, kind, identifier, display name. */

import { fold } from "../../src/core/concepts/fold.ts";
import { SALT_WORDS } from "../../src/core/concepts/qualifiers.ts";

export type UniiKind = "official" | "brand" | "common";

export interface UniiName {
  readonly unii: string;
  readonly kind: UniiKind;
  /** Folded. */
  readonly name: string;
}

export interface UniiList {
  /** Identifier → display name, lower case. */
  readonly displayNames: ReadonlyMap<string, string>;
  readonly names: readonly UniiName[];
}

const KINDS: Readonly<Record<string, UniiKind>> = { of: "official", bn: "brand", cn: "common" };
/** Lists of medicines: a substance on one of them, or with a brand, is kept; colours, allergens and chemicals are not. */
const MEDICINE_LISTS = new Set(["VANDF", "ORANGE BOOK", "USP MONOGRAPH", "INN", "USAN", "MART.", "EMA EPAR", "JAN", "GREEN BOOK", "PURPLE BOOK CDER", "WHO-IP"]);
/** Chemical names, homoeopathic and laboratory material. */
const NOT_IN_NOTES = /\d,\d|[{}()]|\d'|\b(?:impurity|homeopathic|whole|allergenic|pollen|extract of|\w+yl ester)\b/i;
/** Stripping these from a salt would leave a metal. */
const METALS = new Set(["zinc", "barium", "iron", "ferrous", "ferric", "aluminum", "silver", "copper", "lithium", "ammonium", "bismuth", "strontium", "selenium", "chromium", "gold"]);

export function readUniiNames(text: string): UniiList {
  const rows = text.split("\n").slice(1).map((line) => line.split("\t"));
  const tagOf = (name: string): RegExpExecArray | null => / \[([^\]]*)\]$/.exec(name);
  const kept = new Set<string>();
  for (const [name = "", kind = "", unii = ""] of rows) {
    if (kind === "bn" || MEDICINE_LISTS.has(tagOf(name)?.[1] ?? "")) kept.add(unii);
  }
  const displayNames = new Map<string, string>();
  const names: UniiName[] = [];
  const seen = new Set<string>();
  for (const [written = "", kindCode = "", unii = "", display = ""] of rows) {
    const kind = KINDS[kindCode];
    if (kind === undefined || !kept.has(unii)) continue;
    displayNames.set(unii, display.trim().toLowerCase());
    const bare = written.replace(/ \[[^\]]*\]$/, "");
    const name = fold(bare);
    const key = `${unii} ${kind} ${name}`;
    const longWords = name.split(" ").length;
    if (seen.has(key) || bare.length > 45 || longWords > 5 || !/\p{L}{3}/u.test(name) || NOT_IN_NOTES.test(bare)) continue;
    seen.add(key);
    names.push({ unii, kind, name });
  }
  return { displayNames, names };
}

/** The name without the salt words at its end, when what is left is no salt or metal itself: "ondansetron hydrochloride" → "ondansetron". */
export function baseName(folded: string): string {
  const words = folded.split(" ");
  while (words.length > 1 && SALT_WORDS.has(words.at(-1) ?? "")) words.pop();
  const [first = ""] = words;
  return words.length === 1 && (SALT_WORDS.has(first) || METALS.has(first)) ? folded : words.join(" ");
}
