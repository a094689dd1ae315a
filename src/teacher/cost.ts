/** What a call costs: estimated before, reckoned after. What is not known is "unknown", never 0. */

import { endpointOf } from "./endpoint.ts";
import { PROVIDER_FACTS } from "./presets.ts";
import { openAiAbilities } from "./providers/openai-models.ts";
import { BATCH_FACTOR, PRICES, type Price } from "./prices.ts";
import type { Prompt } from "./prompt.ts";
import type { Effort, TeacherSettings } from "./settings.ts";
import type { Usage } from "./teacher-failure.ts";
import { estimateReplyTokens, estimateTokens } from "./token-estimate.ts";

export type Cost =
  | { readonly kind: "usd"; readonly usd: number; readonly asOf: string }
  /** On the user's own machine: no price a token. */
  | { readonly kind: "local" }
  | { readonly kind: "unknown" };

export interface Estimate {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cost: Cost;
}

export function findPrice({ provider, model }: Pick<TeacherSettings, "provider" | "model">, prices: readonly Price[] = PRICES): Price | undefined {
  const name = model.trim();
  const undated = name.replace(/-(\d{4}-\d{2}-\d{2}|\d{8})$/, "");
  const ofProvider = prices.filter((price) => price.provider === provider);
  return ofProvider.find((price) => price.model === name) ?? ofProvider.find((price) => price.model === undated);
}

/** Of the tokens at list price; cached input counts in full, so the bill may be lower. */
export function costOf(settings: TeacherSettings, usage: Usage | undefined, prices?: readonly Price[]): Cost {
  if (!endpointOf(settings).leavesMachine) return { kind: "local" };
  if (usage === undefined) return { kind: "unknown" };
  const price = findPrice(settings, prices);
  if (usage.statedCostUsd !== undefined) return { kind: "usd", usd: usage.statedCostUsd, asOf: "the call" };
  // A price is the provider's: behind another address the same model name may cost anything.
  if (price === undefined || !atProvider(settings) || usage.inputTokens > (price.longestInputTokens ?? Infinity)) return { kind: "unknown" };
  const listUsd = (usage.inputTokens * price.inputUsd + usage.outputTokens * price.outputUsd) / 1e6;
  return { kind: "usd", usd: settings.batch === true ? listUsd * BATCH_FACTOR : listUsd, asOf: price.asOf };
}

const atProvider = (settings: TeacherSettings): boolean => endpointOf(settings).baseUrl === PROVIDER_FACTS[settings.provider].baseUrl;

/** Reasoning is billed and not foreseeable; a guess by effort. */
const REASONING_TOKENS: Readonly<Record<Effort, number>> = { minimal: 200, low: 1500, medium: 6000, high: 20_000 };

/** Of one call without repair or retry. Tokens by characters; the reply as long as a dense note's. */
export function estimateCall(settings: TeacherSettings, prompt: Prompt, note: string): Estimate {
  const inputTokens = estimateTokens(prompt.system) + prompt.turns.reduce((total, { text }) => total + estimateTokens(text), 0);
  const reasons = settings.provider === "openai" && openAiAbilities(settings.model).reasoning;
  const effort = settings.effort ?? (reasons ? "low" : undefined);
  const outputTokens = estimateReplyTokens(note) + (effort === undefined ? 0 : REASONING_TOKENS[effort]);
  return { inputTokens, outputTokens, cost: costOf(settings, { inputTokens, outputTokens }) };
}

/** Unknown with anything is unknown; local adds nothing. */
export function addCosts(costs: readonly Cost[]): Cost {
  if (costs.some(({ kind }) => kind === "unknown")) return { kind: "unknown" };
  const known = costs.filter((cost) => cost.kind === "usd");
  if (known.length === 0) return { kind: "local" };
  const oldest = known.map(({ asOf }) => asOf).sort()[0] ?? "";
  return { kind: "usd", usd: known.reduce((total, { usd }) => total + usd, 0), asOf: oldest };
}

export function formatCost(cost: Cost): string {
  switch (cost.kind) {
    case "usd":
      return `$${cost.usd < 1 ? cost.usd.toFixed(4) : cost.usd.toFixed(2)}`;
    case "local":
      return "none (this machine)";
    case "unknown":
      return "unknown";
  }
}
