/** The rail's entries: mentions of one type with the same concept, or with the same folded text where there is none. */

import type { ConceptLinker } from "../core/concepts/link.ts";
import { mentionKey } from "../core/mention-key.ts";
import { ASSERTIONS, ENTITY_TYPES, type Assertion, type Concept, type EntityType, type Mention } from "../core/types.ts";

export interface RailGroup {
  readonly type: EntityType;
  /** The concept, or the folded text: unique within its type. */
  readonly key: string;
  readonly concept: Concept | undefined;
  /** As the note writes it first. */
  readonly label: string;
  /** In the order of the note, at least one. */
  readonly mentions: readonly Mention[];
  /** Assertions that occur, in the order of the legend. */
  readonly assertions: readonly { readonly assertion: Assertion; readonly count: number }[];
}

/**
 * Groups per type, in the order in which they first appear. `mentions` are positions in `text`. A mention's own concept
 * (from a file, a teacher) goes before the linker's, as in the summary and in exports; with neither, the text counts.
 */
export function groupMentions(text: string, mentions: readonly Mention[], linker?: ConceptLinker): Record<EntityType, RailGroup[]> {
  const groups: Record<EntityType, RailGroup[]> = { medication: [], disease: [], symptom: [] };
  const byKey = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const words = text.slice(mention.start, mention.end);
    const concept = mention.concept ?? linker?.link(words, mention.type)?.concept;
    const key = `${mention.type} ${mentionKey(words, concept)}`;
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
    const words = text.slice(first.start, first.end);
    const label = words.replace(/\s+/g, " ");
    const concept = first.concept ?? linker?.link(words, first.type)?.concept;
    groups[first.type].push({ type: first.type, key: key.slice(first.type.length + 1), concept, label, mentions: members, assertions });
  }
  return groups;
}

export const RAIL_ORDER = ENTITY_TYPES;
