/** Servers that speak OpenAI's chat completions: LM Studio, vLLM, llama.cpp and others. Plain fields that all of them know. */

import { JSON_HEADERS, type ProviderAdapter } from "./adapter.ts";
import { authorised, chatBody, openAiWire } from "./openai.ts";

export const openAiCompatible: ProviderAdapter = {
  ...openAiWire,
  request: (prompt, target) => ({
    method: "POST",
    url: `${target.baseUrl}/chat/completions`,
    headers: { ...JSON_HEADERS, ...authorised(target) },
    body: {
      ...chatBody(prompt, target, { system: true, schema: true }),
      max_tokens: target.maxOutputTokens,
      temperature: 0,
      ...(target.effort !== undefined && { reasoning_effort: target.effort }),
    },
  }),
};
