/** Mentions with the concepts that a linker finds for their words. */

import type { Mention } from "../types.ts";
import type { ConceptLinker } from "./link.ts";

/** The same mentions in the same order; one without a link stays as it is. */
export function attachConcepts<M extends Mention>(text: string, mentions: readonly M[], linker: ConceptLinker): M[] {
  return mentions.map((mention) => {
    const link = linker.link(text.slice(mention.start, mention.end), mention.type);
    if (link === undefined) return mention;
    return { ...mention, concept: { ...link.concept, match: { how: link.how, score: Number(link.score.toFixed(2)) } } };
  });
}
