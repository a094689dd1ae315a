/** OpenRouter: OpenAI's wire format, and a say in who may serve the request. */

import { JSON_HEADERS, type ProviderAdapter } from "./adapter.ts";
import { authorised, chatBody, openAiWire } from "./openai.ts";

export const openRouter: ProviderAdapter = {
  ...openAiWire,
  request: (prompt, target) => ({
    method: "POST",
    url: `${target.baseUrl}/chat/completions`,
    headers: { ...JSON_HEADERS, ...authorised(target) },
    body: {
      ...chatBody(prompt, target, { system: true, schema: true }),
      max_tokens: target.maxOutputTokens,
      ...(target.effort !== undefined && { reasoning: { effort: target.effort } }),
      // Only hosts that keep no data, and that hold the reply to the schema.
      provider: { data_collection: "deny", require_parameters: target.schema ?? true },
    },
  }),
};
