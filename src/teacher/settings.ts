/** Which teacher to ask, and how. */

import type { ApiKey } from "./key.ts";

export const PROVIDERS = ["openai", "anthropic", "gemini", "openrouter", "openai-compatible", "ollama"] as const;
export type ProviderId = (typeof PROVIDERS)[number];

export const EFFORTS = ["minimal", "low", "medium", "high"] as const;
export type Effort = (typeof EFFORTS)[number];

export interface TeacherSettings {
  readonly provider: ProviderId;
  /** Free text, as the provider names it. */
  readonly model: string;
  /** http or https, no key in it. Default: the provider's own (`presets.ts`). */
  readonly baseUrl?: string | undefined;
  readonly key?: ApiKey | undefined;
  /** For reasoning models. Default: the model's own, `low` for OpenAI's. */
  readonly effort?: Effort | undefined;
  /** Reasoning included. */
  readonly maxOutputTokens?: number | undefined;
  /** Default true. */
  readonly stream?: boolean | undefined;
  /** Ask the provider to hold the reply to the JSON schema. Default: true where the model is known to take it. */
  readonly schema?: boolean | undefined;
  /** Asked by the provider's batch endpoint, at its price. Default: no. */
  readonly batch?: boolean | undefined;
}
