/**
 * Assertions by rules, after ConText: Harkema et al. 2009, "ConText: an algorithm for determining negation, experiencer,
 * and temporal status from clinical reports", Journal of Biomedical Informatics 42(5). Cues and headings are in cues.ts.
 */

import type { Assertion, EntityType } from "../types.ts";
import { CUE_RULES, SECTION_RULES, type CueRule } from "./cues.ts";
import { createCueFinder, type Cue } from "./find-cues.ts";
import { sentencesOf, type Sentence } from "./sentences.ts";

/** Offsets in UTF-16. */
export interface AssertedSpan {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
}

const finder = createCueFinder(CUE_RULES);
const sections = SECTION_RULES.map(({ headings, ...rule }) => ({ ...rule, headings: new Set(headings.split(",").map((heading) => heading.trim())) }));

/** Of two cues that reach a mention these win outright; else the nearer does. */
const OUTRIGHT: readonly (Assertion | "pseudo" | "end")[] = ["other-person", "allergy"];

/**
 * One for each span, which come in order and disjoint. A cue reaches to the sentence's end, to a word that ends it, or
 * as many words as it says; where none reaches a mention its section's heading decides, and else it is present.
 */
export function assertByRules(text: string, spans: readonly AssertedSpan[]): Assertion[] {
  const sentences = sentencesOf(text);
  let at = 0;
  let cues: Cue[] = [];
  let read = -1; // sentence of `cues`
  return spans.map((span) => {
    while ((sentences[at + 1]?.words[0]?.start ?? Infinity) <= span.start) at++;
    const sentence = sentences[at];
    if (sentence === undefined) return "present";
    if (read !== at) cues = finder.find(sentence.words);
    read = at;
    return bySentence(sentence, { cues, span, own: finder.inside(text.slice(span.start, span.end)) }) ?? bySection(sentence, span) ?? "present";
  });
}

interface InSentence {
  readonly span: AssertedSpan;
  readonly cues: readonly Cue[];
  /** Rules that the mention's own words fulfil. */
  readonly own: readonly CueRule[];
}

function bySentence({ words }: Sentence, { cues, span, own }: InSentence): Assertion | undefined {
  const first = words.findIndex(({ end }) => end > span.start);
  const after = words.findIndex(({ start }) => start >= span.end);
  const end = after === -1 ? words.length : after;
  const applies = ({ types }: CueRule): boolean => types === undefined || types.includes(span.type);
  const reached: { readonly makes: Assertion; readonly gap: number }[] = [];
  const add = (rules: readonly CueRule[], reach: CueRule["reach"], gap: number): void => {
    for (const rule of rules) {
      if (rule.reach === reach && rule.makes !== "pseudo" && rule.makes !== "end" && applies(rule) && gap <= (rule.words ?? Infinity)) reached.push({ makes: rule.makes, gap });
    }
  };
  add(own, "inside", 0);
  const ends = (cue: Cue): boolean => cue.rules.some(({ makes }) => makes === "end");
  for (const cue of cues.filter((one) => one.end <= first).reverse()) {
    if (ends(cue)) break;
    add(cue.rules, "after", first - cue.end);
  }
  for (const cue of cues.filter((one) => one.first >= end)) {
    if (ends(cue)) break;
    add(cue.rules, "before", cue.first - end);
  }
  const outright = reached.find(({ makes }) => OUTRIGHT.includes(makes));
  return (outright ?? [...reached].sort((a, b) => a.gap - b.gap)[0])?.makes;
}

function bySection({ heading }: Sentence, { type }: AssertedSpan): Assertion | undefined {
  if (heading === undefined) return undefined;
  return sections.find(({ types, headings }) => headings.has(heading) && (types === undefined || types.includes(type)))?.makes;
}
