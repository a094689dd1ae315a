/** What OpenAI's models take. By name, because the API does not tell. */

export interface OpenAiAbilities {
  /** Reasons before it answers: takes an effort, no temperature. */
  readonly reasoning: boolean;
  readonly effort: boolean;
  readonly system: boolean;
  readonly schema: boolean;
}

const RULES: readonly (readonly [RegExp, OpenAiAbilities])[] = [
  [/^o1-(mini|preview)/, { reasoning: true, effort: false, system: false, schema: false }],
  [/^gpt-[5-9].*chat/, { reasoning: false, effort: false, system: true, schema: true }],
  [/^(o\d|gpt-[5-9])/, { reasoning: true, effort: true, system: true, schema: true }],
  [/^gpt-(4o-2024-05-13|4-|4$|3\.5)/, { reasoning: false, effort: false, system: true, schema: false }],
];

/** An unknown name is taken for a model without reasoning that has everything else. */
export function openAiAbilities(model: string): OpenAiAbilities {
  const rule = RULES.find(([name]) => name.test(model));
  return rule?.[1] ?? { reasoning: false, effort: false, system: true, schema: true };
}
