/**
 * List prices, US dollars for a million tokens, standard tier. To update: change rows and their dates; a price that
 * can't be verified is left out, and the cost is then "unknown". Nothing here is fetched.
 */

import type { ProviderId } from "./settings.ts";

export interface Price {
  readonly provider: ProviderId;
  /** A model id; the same id followed by a date ("-2024-08-06", "-20251001") has the same price. */
  readonly model: string;
  readonly inputUsd: number;
  readonly outputUsd: number;
  /** Above this the provider charges more: the cost is then unknown. */
  readonly longestInputTokens?: number;
  /** Day on which the source stated the price. */
  readonly asOf: string;
  readonly source: string;
  readonly remark?: string;
}

/** Prices of npm package @pydantic/genai-prices 0.1.8, which names the provider's own price page. */
const listed = (provider: ProviderId, page: string) => (model: string, inputUsd: number, outputUsd: number, longestInputTokens?: number): Price => ({
  provider,
  model,
  inputUsd,
  outputUsd,
  ...(longestInputTokens !== undefined && { longestInputTokens }),
  asOf: "2026-09-23",
  source: `@pydantic/genai-prices 0.1.8, from ${page}`,
});

const openAi = listed("openai", "https://developers.openai.com/api/docs/pricing");
const anthropic = listed("anthropic", "https://platform.claude.com/docs/en/about-claude/pricing");
const gemini = listed("gemini", "https://ai.google.dev/gemini-api/docs/pricing");

const SYNAPS = "https://docs.rs/synaps/0.10.2/synaps_cli/pricing/, from https://platform.claude.com/docs/en/about-claude/pricing";

export const PRICES: readonly Price[] = [
  openAi("gpt-4o", 2.5, 10),
  openAi("gpt-4o-mini", 0.15, 0.6),
  openAi("o1-mini", 1.1, 4.4),
  openAi("o3", 2, 8),
  openAi("o4-mini", 1.1, 4.4),
  openAi("gpt-4.1", 2, 8),
  openAi("gpt-4.1-mini", 0.4, 1.6),
  openAi("gpt-5", 1.25, 10),
  openAi("gpt-5-mini", 0.25, 2),
  openAi("gpt-5-nano", 0.05, 0.4),
  openAi("gpt-5.4", 2.5, 15, 271_999),
  openAi("gpt-5.4-mini", 0.75, 4.5, 271_999),
  openAi("gpt-5.4-nano", 0.2, 1.25, 271_999),
  openAi("gpt-5.6-sol", 4, 20, 271_999),
  openAi("gpt-5.6-terra", 2, 12, 271_999),
  openAi("gpt-5.6-luna", 0.2, 1.2, 271_999),
  anthropic("claude-haiku-4-5", 1, 5),
  anthropic("claude-sonnet-4-5", 3, 15, 200_000),
  anthropic("claude-sonnet-4-6", 3, 15, 200_000),
  anthropic("claude-sonnet-5", 2, 10),
  anthropic("claude-opus-4-5", 5, 25),
  anthropic("claude-opus-5", 5, 25),
  anthropic("claude-opus-5-5", 4, 20),
  { provider: "anthropic", model: "claude-sonnet-5-5", inputUsd: 2, outputUsd: 10, asOf: "2026-10-10", source: SYNAPS },
  { provider: "anthropic", model: "claude-haiku-5-5", inputUsd: 0.1, outputUsd: 0.5, longestInputTokens: 100_000, asOf: "2026-10-10", source: SYNAPS },
  gemini("gemini-1.5-flash", 0.075, 0.3, 128_000),
  gemini("gemini-2.0-flash", 0.1, 0.4),
  gemini("gemini-2.5-flash", 0.3, 2.5),
  gemini("gemini-2.5-flash-lite", 0.1, 0.4),
  gemini("gemini-2.5-pro", 1.25, 10, 200_000),
  gemini("gemini-3.5-flash", 1.5, 9),
  { ...gemini("gemini-3.8-flash", 0.75, 3.75), remark: "introductory, through 2026-12-31" },
];

/**
 * Of the list price, for what is asked by batch; the same at OpenAI, Anthropic and Google. Read on 2026-11-25 at
 * platform.claude.com/docs/en/build-with-claude/batch-processing, developers.googleblog.com/scale-your-ai-workloads-batch-mode-gemini-api
 * and, for OpenAI, apidog.com/blog/openai-batch-api.
 */
export const BATCH_FACTOR = 0.5;
