import { expect, test } from "vitest";
import { createKeyRing, type KeyedOrigins } from "../../../src/app/compare/key-ring.ts";
import { placeOf, reachOf } from "../../../src/app/compare/place.ts";
import { choiceOf, PRESET_CHOICES, teacherName } from "../../../src/app/compare/teacher-choice.ts";
import { policyOf } from "../../../src/service-worker/policy.ts";
import { memoryVault } from "./scene.ts";

const policy = policyOf("compare/", "").meta;
const placed = (change: Partial<ReturnType<typeof choiceOf>>) => {
  const preset = PRESET_CHOICES[0];
  if (preset === undefined) throw new Error("no presets");
  const place = placeOf({ ...choiceOf(preset, "t"), ...change }, policy);
  if (!place.ok) throw new Error(place.failure.message);
  return place.value;
};

test("every preset is at a place that the page may reach; local ones come first and keep the note here", () => {
  const places = PRESET_CHOICES.map((preset) => placed({ provider: preset.provider, model: preset.model, baseUrl: preset.baseUrl ?? "" }));
  expect(places.every(({ reachable }) => reachable)).toBe(true);
  const away = places.map(({ leavesMachine }) => leavesMachine);
  expect(away).toEqual([...away].sort());
  expect(away[0]).toBe(false);
});

test("a model of Ollama that runs elsewhere leaves the machine; a port off the list can't be reached", () => {
  expect(placed({ model: "gpt-oss:120b-cloud" }).leavesMachine).toBe(true);
  expect(placed({ baseUrl: "http://localhost:9999" }).reachable).toBe(false);
  expect(placed({ baseUrl: "http://localhost:8080" }).reachable).toBe(true);
});

test("the reach is read off the policy itself", () => {
  expect(reachOf(policy)).toContain("https://api.openai.com");
  expect(reachOf("default-src 'none'; connect-src 'self'")).toEqual([]);
  expect(reachOf("")).toEqual([]);
});

test("a key ring tells origins, never keys; a text that is no key leaves the earlier one", async () => {
  const told: KeyedOrigins[] = [];
  const keys = createKeyRing(memoryVault(), (origins) => told.push(origins));
  expect(keys.enter("https://a", " k-1 ")).toBeUndefined();
  expect(keys.of("https://a")?.reveal()).toBe("k-1");
  expect(keys.of("https://b")).toBeUndefined();
  expect(keys.enter("https://a", "k 2 with spaces")?.message).not.toContain("k 2");
  expect(keys.of("https://a")?.reveal()).toBe("k-1");
  await keys.forget("https://a");
  expect(keys.of("https://a")).toBeUndefined();
  expect(told).toEqual([
    { inMemory: ["https://a"], remembered: [] },
    { inMemory: [], remembered: [] },
  ]);
});

test("a remembered key comes back with its passphrase only, and is forgotten as a whole", async () => {
  const vault = memoryVault();
  const first = createKeyRing(vault, () => undefined);
  first.enter("https://a", "k-1");
  expect((await first.remember("https://a", "short"))?.code).toBe("key-locked");
  expect(await first.remember("https://a", "four words in a row")).toBeUndefined();
  let told: KeyedOrigins | undefined;
  const second = createKeyRing(vault, (origins) => (told = origins));
  await second.refresh();
  expect(told).toEqual({ inMemory: [], remembered: ["https://a"] });
  expect((await second.unlock("https://a", "wrong words in a row"))?.code).toBe("key-locked");
  expect(await second.unlock("https://a", "four words in a row")).toBeUndefined();
  expect(second.of("https://a")?.reveal()).toBe("k-1");
  await second.forget("https://a");
  expect(told).toEqual({ inMemory: [], remembered: [] });
});

test("a teacher is called by its model and its place", () => {
  const preset = PRESET_CHOICES[1];
  if (preset === undefined) throw new Error("no presets");
  expect(teacherName({ ...choiceOf(preset, "t"), model: "qwen" })).toBe("qwen (localhost:1234)");
  expect(teacherName(choiceOf({ name: "", provider: "openai", model: "gpt-4o" }, "t"))).toBe("gpt-4o (OpenAI)");
});
