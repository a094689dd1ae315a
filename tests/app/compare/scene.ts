/** The page under compare/ without a screen, a fake engine that finds given words, and a fake provider. */

import { createStore } from "zustand/vanilla";
import { createCompare, type Compare } from "../../../src/app/compare/compare.ts";
import type { TeacherRun } from "../../../src/app/compare/compare-store.ts";
import type { EngineClient, EngineState } from "../../../src/app/engine-client.ts";
import { Failure } from "../../../src/core/failure.ts";
import { noteOffset, type Mention, type Provenance } from "../../../src/core/types.ts";
import type { KeyVault } from "../../../src/storage/key-vault.ts";
import { realSurroundings } from "../../../src/teacher/surroundings.ts";

export const NOTE = "Chest pain since 3 March. Takes aspirin. No fever.";

export const mention = (text: string, words: string, type: Mention["type"], assertion: Mention["assertion"] = "present"): Mention => {
  const start = text.indexOf(words);
  return { start: noteOffset(start), end: noteOffset(start + words.length), type, assertion, score: 1 };
};

/** The student of these tests: it knows three words. */
function found(text: string): Mention[] {
  const known = [
    ["Chest pain", "symptom"],
    ["aspirin", "medication"],
    ["fever", "symptom"],
  ] as const;
  return known.filter(([words]) => text.includes(words)).map(([words, type]) => mention(text, words, type));
}

export const STUDENT: Provenance = { kind: "student", name: "test", version: "9" };

const engine = (): EngineClient => ({
  state: createStore<EngineState>(() => ({ phase: "ready", info: { modelName: "test", modelVersion: "9", device: "wasm", threads: 1, loadMs: 1 } })),
  start: () => undefined,
  read: ({ revision, text }) => Promise.resolve({ ok: true, value: { kind: "done", revision, provenance: STUDENT, mentions: found(text), chunks: 1, inferredChunks: 1, words: 9, latencyMs: 20 } }),
  cancel: () => undefined,
  requests: () => Promise.resolve([]),
});

/** The vault's contract without a device: the real one needs IndexedDB, and has its own tests and e2e/compare.spec.ts. */
export function memoryVault(): KeyVault {
  const keys = new Map<string, string>();
  const kept = new Map<string, { readonly key: string; readonly passphrase: string }>();
  const locked = () => new Failure("key-locked", "The passphrase does not open the kept key.");
  return {
    get: (origin) => keys.get(origin),
    set: (origin, key) => void keys.set(origin, key),
    remembered: () => Promise.resolve([...kept.keys()]),
    remember: (origin, passphrase) => {
      if (passphrase.length < 12) return Promise.reject(locked());
      kept.set(origin, { key: keys.get(origin) ?? "", passphrase });
      return Promise.resolve();
    },
    unlock: (origin, passphrase) => {
      const found = kept.get(origin);
      if (found?.passphrase !== passphrase) return Promise.reject(locked());
      keys.set(origin, found.key);
      return Promise.resolve();
    },
    forget: (origin) => {
      keys.delete(origin);
      kept.delete(origin);
      return Promise.resolve();
    },
    forgetAll: () => {
      keys.clear();
      kept.clear();
      return Promise.resolve();
    },
  };
}

/** `allowed`: the origins of the page's policy. */
export function openScene(allowed: readonly string[]): Compare {
  let last = 0;
  return createCompare({
    engine: engine(),
    preferences: { read: () => ({ theme: "system", letterKeys: true, keepNote: false, readOn: true }), write: () => true },
    clock: { now: () => Date.now(), after: () => () => undefined },
    modelUrl: "",
    conceptsUrl: "",
    surroundings: realSurroundings,
    vault: memoryVault(),
    device: "wasm",
    newId: () => `id${++last}`,
    policy: `default-src 'none'; connect-src 'self' ${allowed.join(" ")}`,
    narrow: false,
  });
}

export const runOf = (compare: Compare, teacher = 0): TeacherRun | undefined => {
  const { notes, openId, teachers } = compare.store.getState();
  return notes.find(({ id }) => id === openId)?.runs[teachers[teacher]?.id ?? ""];
};

/** Waits until a run has ended. */
export async function untilEnded(compare: Compare, teacher = 0): Promise<TeacherRun> {
  for (;;) {
    const run = runOf(compare, teacher);
    if (run !== undefined && run.phase !== "running" && run.phase !== "waiting") return run;
    await new Promise((next) => setTimeout(next, 5));
  }
}
