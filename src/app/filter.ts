/** What of the mentions is shown. The plainest filter hides nothing. */

import { VERDICTS, type JudgedMention } from "../core/review.ts";
import { ASSERTIONS, ENTITY_TYPES, type Assertion, type EntityType, type Mention } from "../core/types.ts";

export const REVIEW_STATES = ["any", "open", ...VERDICTS] as const;
/** `open`: without a verdict. */
export type ReviewState = (typeof REVIEW_STATES)[number];

export interface Filter {
  readonly hiddenTypes: readonly EntityType[];
  readonly hiddenAssertions: readonly Assertion[];
  /** Shown: mentions whose text has these words in it; case and white space don't count. "" is in all. */
  readonly words: string;
  /** Shown: scores from `min` up to, without, `max`. */
  readonly score: { readonly min: number; readonly max: number };
  readonly review: ReviewState;
}

export const ANY_SCORE = { min: 0, max: Infinity } as const;

export const SHOW_ALL: Filter = { hiddenTypes: [], hiddenAssertions: [], words: "", score: ANY_SCORE, review: "any" };

/** Whether the legend shows it: by type and assertion. */
const isInLegend = (mention: JudgedMention, filter: Filter): boolean =>
  !filter.hiddenTypes.includes(mention.type) && !filter.hiddenAssertions.includes(mention.assertion);

/** Whether search, confidence and state of review leave it there. `text` is the note. */
export function isSought(mention: JudgedMention, { words, score, review }: Filter, text: string): boolean {
  if (mention.score < score.min || mention.score >= score.max) return false;
  if (review !== "any" && (mention.verdict ?? "open") !== review) return false;
  return words === "" || plain(text.slice(mention.start, mention.end)).includes(plain(words).trim());
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, " ");

export const isShown = (mention: JudgedMention, filter: Filter, text: string): boolean => isInLegend(mention, filter) && isSought(mention, filter, text);

export const isSeeking = ({ words, score, review }: Filter): boolean => words.trim() !== "" || score.min > 0 || score.max < Infinity || review !== "any";

export const isFiltering = (filter: Filter): boolean => filter.hiddenTypes.length + filter.hiddenAssertions.length > 0 || isSeeking(filter);

const toggled = <T>(all: readonly T[], hidden: readonly T[], value: T): T[] =>
  all.filter((each) => hidden.includes(each) !== (each === value));

export const toggleType = (filter: Filter, type: EntityType): Filter => ({
  ...filter,
  hiddenTypes: toggled(ENTITY_TYPES, filter.hiddenTypes, type),
});

export const toggleAssertion = (filter: Filter, assertion: Assertion): Filter => ({
  ...filter,
  hiddenAssertions: toggled(ASSERTIONS, filter.hiddenAssertions, assertion),
});

export interface Counts {
  readonly types: Readonly<Record<EntityType, number>>;
  readonly assertions: Readonly<Record<Assertion, number>>;
}

/** Of all mentions, filtered out or not. */
export function countMentions(mentions: readonly Mention[]): Counts {
  const types: Record<EntityType, number> = { medication: 0, disease: 0, symptom: 0 };
  const assertions: Record<Assertion, number> = {
    present: 0,
    absent: 0,
    possible: 0,
    hypothetical: 0,
    past: 0,
    "other-person": 0,
    allergy: 0,
  };
  for (const { type, assertion } of mentions) {
    types[type]++;
    assertions[assertion]++;
  }
  return { types, assertions };
}
