import { expect, test } from "vitest";
import { createReader } from "../../src/worker/reader.ts";
import type { ReadProgress, ReadRequest } from "../../src/worker/api.ts";
import { fakeSession, scrambling, shortWindows, student } from "../core/fake-student.ts";

const text = "Known chronic kidney disease, no other disease. Takes aspirin for chest pain.\n".repeat(40);
const request = (revision: number, note = text): ReadRequest => ({ revision, text: note, visible: { start: 0, end: 100 } });
const reader = () => createReader(student(scrambling(), { manifest: shortWindows }));
const nothing = () => undefined;

test("a reading tells of its progress at once, and ends with everything", async () => {
  const told: ReadProgress[] = [];
  const result = await reader().read(request(1), (progress) => told.push(progress));
  expect(result).toMatchObject({ ok: true, value: { kind: "done", revision: 1 } });
  expect(told[0]).toMatchObject({ revision: 1, doneChunks: 0 });
});

test("a newer request ends the older one, whatever their numbers", async () => {
  const one = reader();
  const results = await Promise.all([7, 8, 1].map((revision) => one.read(request(revision), nothing)));
  expect(results.map((result) => result.ok && [result.value.kind, result.value.revision])).toEqual([
    ["superseded", 7],
    ["superseded", 8],
    ["done", 1],
  ]);
});

test("cancel ends the reading between two chunks", async () => {
  const one = reader();
  const result = await one.read(request(1), () => one.cancel());
  expect(result).toEqual({ ok: true, value: { kind: "superseded", revision: 1 } });
});

test("what was read is not read again", async () => {
  const one = reader();
  await one.read(request(1), nothing);
  expect(await one.read(request(2), nothing)).toMatchObject({ ok: true, value: { inferredChunks: 0 } });
});

test("a superseded reading leaves its chunks to the next one", async () => {
  const one = reader();
  let told = 0;
  await one.read(request(1), () => {
    if (++told === 2) one.cancel();
  });
  const result = await one.read(request(2), nothing);
  expect(result.ok && result.value.kind === "done" && result.value.inferredChunks < result.value.chunks).toBe(true);
});

test("a session that fails is a failure that says nothing of the note", async () => {
  const session = fakeSession(() => {
    throw new Error("Takes aspirin");
  });
  const result = await createReader(student(session)).read(request(1, "Takes aspirin."), nothing);
  expect(result).toMatchObject({ ok: false, failure: { code: "engine-crashed" } });
  expect(JSON.stringify(result)).not.toContain("aspirin");
});
