/** The legend as a filter. Empty lists hide nothing. */

import { ASSERTIONS, ENTITY_TYPES, type Assertion, type EntityType, type Mention } from "../core/types.ts";

export interface Filter {
  readonly hiddenTypes: readonly EntityType[];
  readonly hiddenAssertions: readonly Assertion[];
}

export const SHOW_ALL: Filter = { hiddenTypes: [], hiddenAssertions: [] };

export function isShown(mention: Pick<Mention, "type" | "assertion">, filter: Filter): boolean {
  return !filter.hiddenTypes.includes(mention.type) && !filter.hiddenAssertions.includes(mention.assertion);
}

export const isFiltering = (filter: Filter): boolean => filter.hiddenTypes.length + filter.hiddenAssertions.length > 0;

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
