/** What the teacher's form offers. */

import { PROVIDER_FACTS } from "../../teacher/presets.ts";
import { EFFORTS, type Effort, type ProviderId } from "../../teacher/settings.ts";

/** Value and words; "" is the model's own. */
export const EFFORT_CHOICES: readonly (readonly [value: string, words: string])[] = [["", "the model's own"], ...EFFORTS.map((effort) => [effort, effort] as const)];

export const effortOf = (value: string): Effort | undefined => EFFORTS.find((effort) => effort === value);

export const providerAddress = (provider: ProviderId): string => PROVIDER_FACTS[provider].baseUrl;
