/** Settings with the blanks filled for one note. */

import { endpointOf, requireComplete } from "./endpoint.ts";
import type { Target } from "./providers/adapter.ts";
import { openAiAbilities } from "./providers/openai-models.ts";
import type { TeacherSettings } from "./settings.ts";
import { estimateReplyTokens } from "./token-estimate.ts";

/** Output limits that today's models all allow; o1-mini and later reason inside it. */
const REMOTE_LIMIT = 16_000;
const REASONING_LIMIT = 32_000;

/** On an own server the limit takes memory: twice what a dense note needs. */
const localLimit = (note: string): number => 1024 + 2 * estimateReplyTokens(note);

function outputLimit(settings: TeacherSettings, note: string): number {
  if (settings.provider === "ollama" || settings.provider === "openai-compatible") return localLimit(note);
  const reasons = settings.provider === "openai" && openAiAbilities(settings.model).reasoning;
  return reasons || settings.effort !== undefined ? REASONING_LIMIT : REMOTE_LIMIT;
}

/** @throws TeacherFailure when key or model is missing, or the address can't be used. */
export function targetFor(settings: TeacherSettings, note: string): Target {
  requireComplete(settings);
  return {
    ...settings,
    model: settings.model.trim(),
    baseUrl: endpointOf(settings).baseUrl,
    maxOutputTokens: settings.maxOutputTokens ?? outputLimit(settings, note),
    stream: settings.stream ?? true,
  };
}
