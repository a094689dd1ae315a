/** A test of key and address that sends no note: asks for the list of models. */

import { endpointOf } from "./endpoint.ts";
import { PROVIDER_FACTS } from "./presets.ts";
import { teacherFailure } from "./provider-errors.ts";
import { ADAPTERS } from "./providers/by-id.ts";
import type { TeacherSettings } from "./settings.ts";
import { fetchJson, type Surroundings } from "./transport.ts";

const TIMEOUT_MS = 15_000;

/** The model ids that the provider lists. @throws TeacherFailure; the signal's reason when cancelled */
export async function checkConnection(settings: TeacherSettings, options: Surroundings & { readonly signal?: AbortSignal }): Promise<readonly string[]> {
  const { label, hint } = PROVIDER_FACTS[settings.provider];
  const adapter = ADAPTERS[settings.provider];
  const target = { ...settings, baseUrl: endpointOf(settings).baseUrl, maxOutputTokens: 1, stream: false };
  const body = await fetchJson(adapter.modelsRequest(target), { ...options, label, model: settings.model, hint, timeoutMs: TIMEOUT_MS, idleMs: TIMEOUT_MS });
  const models = adapter.readModels(body);
  if (models === undefined) throw teacherFailure("teacher-malformed", label, { hint });
  return models;
}
