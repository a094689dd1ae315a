/** The page under compare/ without its screen: what it knows, and what can be done. */

import type { StoreApi } from "zustand/vanilla";
import type { KeyVault } from "../../storage/key-vault.ts";
import type { Surroundings } from "../../teacher/transport.ts";
import type { DeviceChoice } from "../../worker/api.ts";
import type { Clock } from "../clock.ts";
import type { EngineClient, EngineState } from "../engine-client.ts";
import type { PreferenceStorage, Theme } from "../preferences.ts";
import { createCompareStore, type CompareState, type CompareStore } from "./compare-store.ts";
import { createCuration, type Curation } from "./curation.ts";
import { createDictionary, type Dictionary } from "./dictionary.ts";
import { createKeyRing, type KeyRing } from "./key-ring.ts";
import { createNoteList, type NoteList } from "./note-list.ts";
import { createRuns, type Runs } from "./runs.ts";
import { sideBySide, type SideBySide } from "./side-by-side.ts";
import { createStudent } from "./student.ts";
import { createTeacherList, type TeacherList } from "./teacher-list.ts";

export interface CompareParts {
  readonly engine: EngineClient;
  /** Absolute URL of the shipped model's folder, with a trailing slash. */
  readonly modelUrl: string;
  /** The folder of the concept tables, with a trailing slash. */
  readonly conceptsUrl: string;
  readonly preferences: PreferenceStorage;
  readonly clock: Clock;
  readonly surroundings: Surroundings;
  readonly vault: KeyVault;
  readonly device: DeviceChoice;
  readonly newId: () => string;
  /** The content security policy of the page; "" where it has none. */
  readonly policy: string;
  /** Two columns need room. */
  readonly narrow: boolean;
}

export interface Compare {
  readonly store: CompareStore;
  readonly engine: StoreApi<EngineState>;
  readonly clock: Clock;
  readonly policy: string;
  /** Whether single letters are shortcuts. */
  readonly letterKeys: boolean;
  readonly notes: NoteList;
  readonly teachers: TeacherList;
  readonly keys: KeyRing;
  readonly runs: Runs;
  readonly dictionary: Dictionary;
  readonly curation: Curation;
  /** What the comparison shows now; the same object while nothing of it changes. */
  readonly look: () => SideBySide | undefined;
  readonly startEngine: () => void;
  readonly setTheme: (theme: Theme) => void;
}

/** Starts loading the student's model. Nothing is sent anywhere before the user says so. */
export function createCompare({ engine, modelUrl, conceptsUrl, preferences, clock, surroundings, vault, device, newId, policy, narrow }: CompareParts): Compare {
  const { theme: firstTheme, letterKeys } = preferences.read();
  const store = createCompareStore(firstTheme, narrow ? "overlaid" : "beside");
  const student = createStudent(engine, store);
  const keys = createKeyRing(vault, (keyed) => store.setState({ keyed }));
  const look = remembered(store);
  const runs = createRuns({ store, keys, surroundings, policy });
  const startEngine = () => engine.start(device, { kind: "server", url: modelUrl });
  startEngine();
  void keys.refresh();
  return {
    store,
    engine: engine.state,
    clock,
    policy,
    letterKeys,
    notes: createNoteList(store, { newId, opened: student.readOpen, leaving: (noteId) => runs.cancel({ noteId }) }),
    teachers: createTeacherList(store, { newId, leaving: (teacherId) => runs.cancel({ teacherId }) }),
    keys,
    runs,
    dictionary: createDictionary(store, { baseUrl: conceptsUrl, nowMs: surroundings.nowMs }),
    curation: createCuration(store, look),
    look,
    startEngine,
    setTheme(theme) {
      store.setState({ theme });
      preferences.write({ theme });
    },
  };
}

/** `sideBySide` is worked out again only when something that it rests on has changed. */
function remembered(store: CompareStore): () => SideBySide | undefined {
  let last: { readonly state: CompareState; readonly seen: SideBySide | undefined } | undefined;
  return () => {
    const state = store.getState();
    const before = last;
    if (before !== undefined && (["notes", "openId", "teachers", "left", "right"] as const).every((field) => before.state[field] === state[field])) return before.seen;
    last = { state, seen: sideBySide(state) };
    return last.seen;
  };
}
