/** Which providers have a batch endpoint, and who speaks to it. */

import { buildPrompt } from "../prompt.ts";
import { ADAPTERS } from "../providers/by-id.ts";
import type { ProviderId, TeacherSettings } from "../settings.ts";
import { targetFor } from "../target.ts";
import { anthropicBatch } from "./anthropic-batch.ts";
import type { BatchPlace, BatchWire } from "./batch-wire.ts";
import { geminiBatch } from "./gemini-batch.ts";
import { openAiBatch } from "./openai-batch.ts";

export const BATCH_WIRES: Readonly<Partial<Record<ProviderId, BatchWire>>> = {
  openai: openAiBatch,
  anthropic: anthropicBatch,
  gemini: geminiBatch,
};

/** Where a teacher's requests would go. @throws TeacherFailure when key or model is missing, or the address can't be used */
export function batchPlaceOf(settings: TeacherSettings): BatchPlace {
  const { url, headers } = ADAPTERS[settings.provider].request(buildPrompt("", ""), targetFor({ ...settings, stream: false }, ""));
  return { url, headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "content-type")) };
}
