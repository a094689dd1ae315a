/** The rail's entries: mentions of one type with the same folded text. */

import { ASSERTIONS, ENTITY_TYPES, type Assertion, type EntityType, type Mention } from "../core/types.ts";

export interface RailGroup {
  readonly type: EntityType;
  /** Folded text: unique within its type. */
  readonly key: string;
  /** As the note writes it first. */
  readonly label: string;
  /** In the order of the note, at least one. */
  readonly mentions: readonly Mention[];
  /** Assertions that occur, in the order of the legend. */
  readonly assertions: readonly { readonly assertion: Assertion; readonly count: number }[];
}

/** Two texts that fold to the same are one entry: case, white space, compatible characters and a closing plural s don't count. */
export function fold(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  return plain.length > 4 ? plain.replace(/(?<=[^su])s$/, "") : plain;
}

/** Groups per type, in the order in which they first appear. `mentions` are positions in `text`. */
export function groupMentions(text: string, mentions: readonly Mention[]): Record<EntityType, RailGroup[]> {
  const groups: Record<EntityType, RailGroup[]> = { medication: [], disease: [], symptom: [] };
  const byKey = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = `${mention.type} ${fold(text.slice(mention.start, mention.end))}`;
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, [mention]);
    else group.push(mention);
  }
  for (const [key, members] of byKey) {
    const first = members[0];
    if (first === undefined) continue;
    const assertions = ASSERTIONS.flatMap((assertion) => {
      const count = members.filter((mention) => mention.assertion === assertion).length;
      return count === 0 ? [] : [{ assertion, count }];
    });
    const label = text.slice(first.start, first.end).replace(/\s+/g, " ");
    groups[first.type].push({ type: first.type, key: key.slice(first.type.length + 1), label, mentions: members, assertions });
  }
  return groups;
}

export const RAIL_ORDER = ENTITY_TYPES;
