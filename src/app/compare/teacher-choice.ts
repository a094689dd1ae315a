/** The teachers that the user has chosen, as entered. Keys are elsewhere (key-ring.ts). */

import { PRESETS, PROVIDER_FACTS, type Preset } from "../../teacher/presets.ts";
import type { Effort, ProviderId } from "../../teacher/settings.ts";

export interface TeacherChoice {
  /** Unique on this page. */
  readonly id: string;
  readonly provider: ProviderId;
  /** Free text; empty until the user has entered one. */
  readonly model: string;
  /** Empty: the provider's own address. */
  readonly baseUrl: string;
  readonly effort: Effort | undefined;
  /** Whether the provider is asked to hold the reply to the JSON schema. */
  readonly schema: boolean;
}

export interface PresetChoice extends Preset {
  /** Said beside the name. */
  readonly about: string;
}

/** Local servers first. */
export const PRESET_CHOICES: readonly PresetChoice[] = PRESETS.map((preset) => {
  const local = preset.provider === "ollama" || preset.provider === "openai-compatible";
  const where = local ? "the note stays on this machine" : `sent to ${PROVIDER_FACTS[preset.provider].label}`;
  return { ...preset, about: preset.remark === undefined ? where : `${where}; ${preset.remark}` };
});

export const choiceOf = (preset: Preset, id: string): TeacherChoice => ({
  id,
  provider: preset.provider,
  model: preset.model,
  baseUrl: preset.baseUrl ?? "",
  effort: undefined,
  schema: true,
});

/** "GPT-4o (OpenAI)", "llama3.1 (Ollama)". */
export function teacherName({ provider, model, baseUrl }: TeacherChoice): string {
  const at = provider === "openai-compatible" ? hostOf(baseUrl) : PROVIDER_FACTS[provider].label;
  return model.trim() === "" ? at : `${model.trim()} (${at})`;
}

const hostOf = (baseUrl: string): string => (URL.canParse(baseUrl) ? new URL(baseUrl).host : "own server");
