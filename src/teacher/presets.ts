/** Teachers to choose from, as data. The model id stays free text; these are suggestions. Local servers come first. */

import type { ProviderId } from "./settings.ts";

export interface ProviderFacts {
  /** How it is called on the screen and in messages. */
  readonly label: string;
  readonly baseUrl: string;
  readonly needsKey: boolean;
  /** Said when there is no connection. */
  readonly hint: string;
  /** Environment variable of the command lines. */
  readonly keyVariable: string;
}

export const PROVIDER_FACTS: Readonly<Record<ProviderId, ProviderFacts>> = {
  ollama: {
    label: "Ollama",
    baseUrl: "http://localhost:11434",
    needsKey: false,
    hint: "Start it with `ollama serve`; for a page from another address set OLLAMA_ORIGINS, and allow the browser's question about the local network.",
    keyVariable: "OLLAMA_API_KEY",
  },
  "openai-compatible": {
    label: "The server",
    baseUrl: "http://localhost:1234/v1",
    needsKey: false,
    hint: "Start it and enable CORS (LM Studio: `lms server start --cors`; vLLM: `--allowed-origins`), and allow the browser's question about the local network.",
    keyVariable: "TEACHER_API_KEY",
  },
  openai: {
    label: "OpenAI",
    baseUrl: "https://api.openai.com/v1",
    needsKey: true,
    hint: "Some of its errors, an unknown model among them, reach a browser as a missing connection: check the model's name too.",
    keyVariable: "OPENAI_API_KEY",
  },
  anthropic: {
    label: "Anthropic",
    baseUrl: "https://api.anthropic.com",
    needsKey: true,
    hint: "An organisation can forbid calls from browsers in its settings.",
    keyVariable: "ANTHROPIC_API_KEY",
  },
  gemini: {
    label: "Google Gemini",
    baseUrl: "https://generativelanguage.googleapis.com",
    needsKey: true,
    hint: "",
    keyVariable: "GEMINI_API_KEY",
  },
  openrouter: {
    label: "OpenRouter",
    baseUrl: "https://openrouter.ai/api/v1",
    needsKey: true,
    hint: "",
    keyVariable: "OPENROUTER_API_KEY",
  },
};

export interface Preset {
  readonly name: string;
  readonly provider: ProviderId;
  /** Empty: the user fills in what their server has. */
  readonly model: string;
  readonly baseUrl?: string;
  readonly remark?: string;
}

export const PRESETS: readonly Preset[] = [
  { name: "Ollama on this machine", provider: "ollama", model: "" },
  { name: "LM Studio on this machine", provider: "openai-compatible", model: "", baseUrl: "http://localhost:1234/v1" },
  { name: "vLLM on this machine", provider: "openai-compatible", model: "", baseUrl: "http://localhost:8000/v1" },
  { name: "GPT-4o", provider: "openai", model: "gpt-4o", remark: "a teacher of the paper" },
  { name: "o1-mini", provider: "openai", model: "o1-mini", remark: "a teacher of the paper; OpenAI may have retired it" },
  { name: "Gemini 2.0 Flash", provider: "gemini", model: "gemini-2.0-flash", remark: "the paper's teacher family; Google may have retired it" },
  { name: "GPT-5.6 Terra", provider: "openai", model: "gpt-5.6-terra" },
  { name: "GPT-5.6 Luna", provider: "openai", model: "gpt-5.6-luna" },
  { name: "Claude Sonnet 5.5", provider: "anthropic", model: "claude-sonnet-5-5" },
  { name: "Claude Haiku 5.5", provider: "anthropic", model: "claude-haiku-5-5" },
  { name: "Gemini 3.8 Flash", provider: "gemini", model: "gemini-3.8-flash" },
  { name: "OpenRouter", provider: "openrouter", model: "" },
];
