import { describe, expect, it } from "vitest";
import { createBudget } from "../../src/teacher/budget.ts";
import { addCosts, costOf, estimateCall, findPrice, formatCost } from "../../src/teacher/cost.ts";
import { endpointOf, requireComplete } from "../../src/teacher/endpoint.ts";
import { ApiKey } from "../../src/teacher/key.ts";
import { PRESETS, PROVIDER_FACTS } from "../../src/teacher/presets.ts";
import { PRICES } from "../../src/teacher/prices.ts";
import { buildPrompt } from "../../src/teacher/prompt.ts";
import type { TeacherSettings } from "../../src/teacher/settings.ts";

const gpt: TeacherSettings = { provider: "openai", model: "gpt-4o" };
const usage = { inputTokens: 1_000_000, outputTokens: 100_000 };

describe("cost", () => {
  it("is tokens by list price, dated models included", () => {
    expect(costOf(gpt, usage)).toMatchObject({ kind: "usd", usd: 3.5 });
    expect(costOf({ ...gpt, model: "gpt-4o-2024-08-06" }, usage)).toMatchObject({ kind: "usd", usd: 3.5 });
  });

  it("is unknown, never 0, for an unknown model, another address, missing usage, a prompt beyond the price's range", () => {
    for (const [settings, used] of [
      [{ ...gpt, model: "gpt-99" }, usage],
      [{ ...gpt, baseUrl: "https://proxy.example/v1" }, usage],
      [gpt, undefined],
      [{ provider: "anthropic", model: "claude-haiku-5-5" }, usage],
      [{ provider: "ollama", model: "gpt-oss:120b-cloud" }, usage],
    ] as const) {
      expect(costOf(settings, used)).toEqual({ kind: "unknown" });
    }
    expect(formatCost({ kind: "unknown" })).toBe("unknown");
    expect(addCosts([{ kind: "usd", usd: 1, asOf: "2026-01-01" }, { kind: "unknown" }])).toEqual({ kind: "unknown" });
  });

  it("is what the provider states, and nothing on this machine", () => {
    expect(costOf({ provider: "openrouter", model: "any" }, { ...usage, statedCostUsd: 0.25 })).toMatchObject({ usd: 0.25 });
    expect(costOf({ provider: "ollama", model: "qwen" }, usage)).toEqual({ kind: "local" });
  });

  it("is estimated from the prompt and a dense reply", () => {
    const note = "x".repeat(3500);
    const { inputTokens, outputTokens, cost } = estimateCall(gpt, buildPrompt(note, "0".repeat(64)), note);
    expect(inputTokens).toBeGreaterThan(2000);
    expect(outputTokens).toBeGreaterThan(1000);
    expect(cost.kind).toBe("usd");
  });

  it("has a date and a source for every price, once", () => {
    for (const price of PRICES) {
      expect(price.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(price.source).toContain("http");
      expect(price.inputUsd > 0 && price.outputUsd > 0).toBe(true);
    }
    expect(new Set(PRICES.map(({ provider, model }) => `${provider} ${model}`)).size).toBe(PRICES.length);
    expect(findPrice({ provider: "gemini", model: "gpt-4o" })).toBe(undefined);
  });
});

describe("budget", () => {
  const usd = (value: number) => ({ kind: "usd", usd: value, asOf: "2026-01-01" }) as const;
  it("lets through what fits, counts calls under way, and takes back what was too much", () => {
    const budget = createBudget(1);
    const first = budget.reserve(usd(0.6));
    expect(() => budget.reserve(usd(0.6))).toThrow("budget");
    first.settle(usd(0.1));
    first.settle(usd(0.1));
    budget.reserve(usd(0.6)).settle({ kind: "unknown" });
    expect(budget.spentUsd).toBeCloseTo(0.7);
  });

  it("lets nothing of unknown price through", () => {
    expect(() => createBudget(1).reserve({ kind: "unknown" })).toThrow("unknown");
    createBudget(undefined).reserve({ kind: "unknown" });
    createBudget(1).reserve({ kind: "local" });
  });
});

describe("endpoint", () => {
  it("tells what leaves the machine", () => {
    expect(endpointOf({ provider: "ollama", model: "qwen3" })).toMatchObject({ host: "localhost:11434", leavesMachine: false });
    expect(endpointOf({ provider: "ollama", model: "gpt-oss:120b-cloud" }).leavesMachine).toBe(true);
    expect(endpointOf({ provider: "ollama", model: "qwen3:cloud" }).leavesMachine).toBe(true);
    expect(endpointOf({ provider: "openai-compatible", model: "m", baseUrl: "http://10.0.0.5:8000/v1/" })).toMatchObject({ baseUrl: "http://10.0.0.5:8000/v1", leavesMachine: true, encrypted: false });
    expect(endpointOf({ provider: "openai-compatible", model: "m", baseUrl: "http://127.0.0.1.evil.example/v1" }).leavesMachine).toBe(true);
  });

  it.each(["nonsense", "ftp://x", "https://user:pass@x.example", "https://x.example/?key=1", "javascript:alert(1)"])("refuses %s", (baseUrl) => {
    expect(() => endpointOf({ provider: "openai", model: "m", baseUrl })).toThrow("address");
  });

  it("sends no key over http to another machine, and asks for what is missing", () => {
    expect(() => endpointOf({ provider: "openai-compatible", model: "m", baseUrl: "http://10.0.0.5/v1", key: new ApiKey("k") })).toThrow("https");
    expect(() => requireComplete({ provider: "openai", model: "m" })).toThrow("key");
    expect(() => requireComplete({ provider: "ollama", model: " " })).toThrow("model");
  });

  it("offers local servers first, and a key only where one is needed", () => {
    const local = PRESETS.map(({ provider }) => !PROVIDER_FACTS[provider].needsKey);
    expect(local.lastIndexOf(true)).toBeLessThan(local.indexOf(false));
  });
});

describe("key", () => {
  it("shows itself nowhere", () => {
    const key = new ApiKey(" sk-zebra ");
    expect(key.reveal()).toBe("sk-zebra");
    expect([String(key), JSON.stringify({ key }), Object.keys(key).join()].join()).not.toContain("zebra");
  });

  it.each(["", "a b", "schlüssel", "a\nb"])("refuses what no header takes", (value) => {
    expect(() => new ApiKey(value)).toThrow("key");
  });
});
