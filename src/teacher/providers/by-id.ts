/** Which adapter speaks for which provider. */

import type { ProviderId } from "../settings.ts";
import type { ProviderAdapter } from "./adapter.ts";
import { anthropic } from "./anthropic.ts";
import { gemini } from "./gemini.ts";
import { ollama } from "./ollama.ts";
import { openAiCompatible } from "./openai-compatible.ts";
import { openAi } from "./openai.ts";
import { openRouter } from "./openrouter.ts";

export const ADAPTERS: Readonly<Record<ProviderId, ProviderAdapter>> = {
  openai: openAi,
  anthropic,
  gemini,
  openrouter: openRouter,
  "openai-compatible": openAiCompatible,
  ollama,
};
