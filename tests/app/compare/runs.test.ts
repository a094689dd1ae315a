import { afterAll, beforeAll, expect, test } from "vitest";
import type { Compare } from "../../../src/app/compare/compare.ts";
import type { Step } from "../../teacher/fake-provider/scenario.ts";
import { startFakeProvider, type FakeProvider } from "../../teacher/fake-provider/server.ts";
import { mention, NOTE, openScene, runOf, untilEnded } from "./scene.ts";

let server: FakeProvider;
beforeAll(async () => void (server = await startFakeProvider()));
afterAll(() => server.close());

const KEY = "k-Zyqqwortex-1";
const said = JSON.stringify({
  mentions: [
    { quote: "Chest pain", type: "symptom", assertion: "present" },
    { quote: "aspirin", type: "medication", assertion: "present" },
    { quote: "fever", type: "symptom", assertion: "absent" },
  ],
});
const reply: Step = { kind: "reply", text: said };

/** A page with a note and one teacher for each list of steps. */
function scene(...teachers: readonly (readonly Step[])[]) {
  const playing = teachers.map((steps) => server.play({ provider: "openai", key: KEY, steps, seed: 1 }));
  const origin = new URL(playing[0]?.baseUrl ?? "").origin;
  const compare = openScene([origin]);
  compare.notes.add([{ text: NOTE }]);
  for (const { baseUrl } of playing) {
    compare.teachers.add({ name: "", provider: "openai", model: "gpt-4o", baseUrl: `${baseUrl}/v1` });
  }
  expect(compare.keys.enter(origin, KEY)).toBeUndefined();
  return { compare, playing, requests: () => playing.reduce((sum, { received }) => sum + received.length, 0) };
}
const all = (compare: Compare) => compare.store.getState().teachers.map(({ id }) => id);

test("nothing is sent before the user agrees; what was shown is what goes", async () => {
  const { compare, playing, requests } = scene([reply]);
  await compare.runs.ask(all(compare));
  const [sending] = compare.store.getState().sheet;
  expect(requests()).toBe(0);
  expect(sending?.place).toMatchObject({ leavesMachine: false, reachable: true });
  expect(sending?.text).toContain("[DATE-1]");
  expect(sending?.text).not.toContain("3 March");

  compare.runs.agree();
  const run = await untilEnded(compare);
  expect(run.phase).toBe("done");
  const sent = playing[0]?.received[0]?.body ?? "";
  expect(sent).toContain(JSON.stringify(sending?.text).slice(1, -1));
  expect(sent).not.toContain("3 March");
  expect(JSON.parse(sent)).toMatchObject({ messages: [{ content: sending?.system }, ...(sending?.examples ?? []).map(({ role, text: content }) => ({ role, content })), {}] });
  // Mentions come back at their places in the note as it is.
  expect(run.phase === "done" && run.reading.annotation.mentions).toEqual([mention(NOTE, "Chest pain", "symptom"), mention(NOTE, "aspirin", "medication"), mention(NOTE, "fever", "symptom", "absent")]);
});

test("a consent holds for its host, and not for more than was shown", async () => {
  const { compare, requests } = scene([reply]);
  await compare.runs.ask(all(compare));
  compare.runs.agree();
  await untilEnded(compare);
  compare.notes.add([{ text: "Denies fever." }]);
  await compare.runs.ask(all(compare));
  expect(compare.store.getState().sheet).toEqual([]);
  await untilEnded(compare);
  expect(requests()).toBe(2);

  compare.store.setState({ deidentify: false });
  await compare.runs.ask(all(compare));
  expect(compare.store.getState().sheet).toHaveLength(1);
  compare.runs.decline();
  expect(runOf(compare)).toEqual({ phase: "cancelled" });
  expect(requests()).toBe(2);
});

test("of several teachers, one that fails costs the others nothing", async () => {
  const { compare } = scene([{ kind: "error", error: "key" }], [reply], [{ kind: "reply", text: "I'm sorry, I can't." }]);
  await compare.runs.ask(all(compare));
  compare.runs.agree(); // one host, one sheet
  const runs = [await untilEnded(compare, 0), await untilEnded(compare, 1), await untilEnded(compare, 2)];
  expect(runs.map((run) => (run.phase === "failed" ? run.failure.code : run.phase))).toEqual(["teacher-auth", "done", "teacher-refused"]);
  expect(JSON.stringify(compare.store.getState())).not.toContain(KEY);
});

test("a run is cancelled amid its reply; another begins anew", async () => {
  const { compare } = scene([{ kind: "silent", when: "amid", text: said }, reply]);
  await compare.runs.ask(all(compare));
  compare.runs.agree();
  await new Promise((next) => setTimeout(next, 50));
  expect(runOf(compare)?.phase).toBe("running");
  compare.runs.cancel({ teacherId: all(compare)[0] ?? "" });
  expect(await untilEnded(compare)).toEqual({ phase: "cancelled" });
  await compare.runs.ask(all(compare));
  expect((await untilEnded(compare)).phase).toBe("done");
});

test("the wait that a provider asks for is shown", async () => {
  const { compare } = scene([{ kind: "error", error: "rate-limit", headers: { "retry-after": "1" } }, reply]);
  const waits: string[] = [];
  compare.store.subscribe(() => {
    const run = runOf(compare);
    if (run?.phase === "waiting") waits.push(run.why);
  });
  await compare.runs.ask(all(compare));
  compare.runs.agree();
  expect((await untilEnded(compare)).phase).toBe("done");
  expect(waits[0]).toContain("fewer requests");
});

test("a host off the page's list, a missing key, a missing model: sentences, and no sheet", async () => {
  const { compare, requests } = scene([reply]);
  const [id = ""] = all(compare);
  const origin = "https://elsewhere.example";
  compare.teachers.change(id, { baseUrl: `${origin}/v1` });
  await compare.runs.ask([id]);
  expect(runOf(compare)).toMatchObject({ phase: "failed", failure: { code: "teacher-unreachable" } });
  await compare.runs.check(id);
  expect(compare.store.getState().checks[id]?.phase).toBe("failed");

  compare.teachers.change(id, { baseUrl: "", provider: "anthropic" });
  compare.store.setState({ openId: compare.store.getState().openId });
  await compare.runs.ask([id]);
  expect(runOf(compare)).toMatchObject({ phase: "failed" });
  expect(compare.store.getState().sheet).toEqual([]);
  expect(requests()).toBe(0);
});

test("a key is sent to no host but the one it was entered for", async () => {
  const { compare, playing } = scene([reply]);
  const [id = ""] = all(compare);
  const other = await startFakeProvider();
  const elsewhere = other.play({ provider: "openai-compatible", key: "none", steps: [reply], seed: 1 });
  compare.teachers.change(id, { provider: "openai-compatible", baseUrl: `${elsewhere.baseUrl.replace("127.0.0.1", "localhost")}/v1` });
  await compare.runs.check(id);
  expect(compare.store.getState().checks[id]?.phase).toBe("failed"); // off the list
  compare.teachers.change(id, { baseUrl: `${playing[0]?.baseUrl ?? ""}/v1` });
  await compare.runs.check(id);
  expect(playing[0]?.received.at(-1)?.headers["authorization"]).toBe(`Bearer ${KEY}`);
  expect(elsewhere.received).toEqual([]);
  await other.close();
});

test("a teacher or a note that goes takes its run with it", async () => {
  const { compare } = scene([{ kind: "silent", when: "before", text: "" }]);
  await compare.runs.ask(all(compare));
  compare.runs.agree();
  await new Promise((next) => setTimeout(next, 30));
  compare.teachers.remove(all(compare)[0] ?? "");
  await new Promise((next) => setTimeout(next, 30));
  const { notes } = compare.store.getState();
  expect(Object.values(notes[0]?.runs ?? {}).map(({ phase }) => phase)).toEqual(["cancelled"]);
});

test("a budget that a call could go over is held, and what was spent stays spent when it is raised", async () => {
  const { compare, requests } = scene([reply]);
  compare.runs.setBudget(0);
  compare.store.setState({ deidentify: false });
  await compare.runs.ask(all(compare));
  compare.runs.agree();
  // On this machine nothing is billed, so the budget holds.
  expect((await untilEnded(compare)).phase).toBe("done");
  expect(requests()).toBe(1);
  expect(compare.store.getState().spentUsd).toBe(0);
});
