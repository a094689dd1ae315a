import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkConnection } from "../../src/teacher/check-connection.ts";
import { ApiKey } from "../../src/teacher/key.ts";
import { PROVIDERS, type ProviderId, type TeacherSettings } from "../../src/teacher/settings.ts";
import { realSurroundings } from "../../src/teacher/surroundings.ts";
import type { TeacherFailureCode } from "../../src/teacher/teacher-failure.ts";
import type { ErrorKind, Step } from "./fake-provider/scenario.ts";
import { startFakeProvider, type FakeProvider } from "./fake-provider/server.ts";

let server: FakeProvider;
beforeAll(async () => void (server = await startFakeProvider()));
afterAll(() => server.close());

const KEY = "k-Zyqqwortex-1";

function scene(provider: ProviderId, step: Step, key = KEY) {
  const { baseUrl, received } = server.play({ provider, key: KEY, steps: [step], seed: 1, models: ["m-1", "m-2"] });
  const settings: TeacherSettings = { provider, model: "", baseUrl, key: new ApiKey(key) };
  return { settings, received };
}
const fine: Step = { kind: "reply", text: "" };
const failureOf = (settings: TeacherSettings) =>
  checkConnection(settings, realSurroundings).then(
    () => ({ code: "none", message: "" }),
    (error: unknown) => error as { code: TeacherFailureCode; message: string },
  );

describe.each(PROVIDERS)("%s", (provider) => {
  it("lists the models with one GET that sends nothing but the key", async () => {
    const { settings, received } = scene(provider, fine);
    expect(await checkConnection(settings, realSurroundings)).toEqual(["m-1", "m-2"]);
    expect(received.map(({ method, body }) => ({ method, body }))).toEqual([{ method: "GET", body: "" }]);
    expect(received[0]?.path).not.toContain(KEY);
  });

  it("says what is wrong, and never says the key", async () => {
    const expected: readonly (readonly [ErrorKind, TeacherFailureCode])[] = [
      ["key", "teacher-auth"],
      ["forbidden", "teacher-auth"],
      ["rate-limit", "teacher-rate-limit"],
      ["server", "teacher-overloaded"],
    ];
    for (const [error, code] of expected) {
      const failure = await failureOf(scene(provider, { kind: "error", error }).settings);
      expect([error, failure.code]).toEqual([error, code]);
      expect(failure.message).not.toContain(KEY);
      expect(failure.message).toMatch(/\.$/);
    }
  });

  it("a server of another kind is no such provider", async () => {
    for (const body of ["<html>It works!</html>", "{}", '{"data":3}']) {
      const { settings } = scene(provider, { kind: "raw", status: 200, contentType: "text/html", body });
      expect((await failureOf(settings)).code).toBe("teacher-malformed");
    }
  });
});

it("needs neither a model nor a key where the server asks for none", async () => {
  const { settings } = scene("ollama", fine);
  expect(await checkConnection({ ...settings, key: undefined }, realSurroundings)).toEqual(["m-1", "m-2"]);
});

it("marks models of Ollama that run elsewhere", async () => {
  const { settings } = scene("ollama", { kind: "raw", status: 200, contentType: "application/json", body: '{"models":[{"name":"big","remote_host":"https://ollama.com"},{"name":"small"}]}' });
  expect(await checkConnection(settings, realSurroundings)).toEqual(["big-cloud", "small"]);
});

it("no server there, and a cancelled test", async () => {
  const { settings } = scene("openai", fine);
  const failure = await failureOf({ ...settings, baseUrl: "http://127.0.0.1:9" });
  expect(failure.code).toBe("teacher-unreachable");
  const cancelled = new AbortController();
  cancelled.abort(new Error("by the user"));
  await expect(checkConnection(settings, { ...realSurroundings, signal: cancelled.signal })).rejects.toThrow("by the user");
});
