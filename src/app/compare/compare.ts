/** The page under compare/ without its screen: what it knows, and what can be done. */

import type { StoreApi } from "zustand/vanilla";
import type { DeviceChoice } from "../../worker/api.ts";
import type { Clock } from "../clock.ts";
import type { EngineClient, EngineState } from "../engine-client.ts";
import type { PreferenceStorage, Theme } from "../preferences.ts";
import { createCompareStore, type CompareStore } from "./compare-store.ts";
import { createNoteList, type NoteList } from "./note-list.ts";
import { createStudent } from "./student.ts";

export interface CompareParts {
  readonly engine: EngineClient;
  /** Absolute URL of the shipped model's folder, with a trailing slash. */
  readonly modelUrl: string;
  readonly preferences: PreferenceStorage;
  readonly clock: Clock;
  readonly device: DeviceChoice;
  readonly newId: () => string;
}

export interface Compare {
  readonly store: CompareStore;
  readonly engine: StoreApi<EngineState>;
  readonly clock: Clock;
  readonly notes: NoteList;
  readonly startEngine: () => void;
  readonly setTheme: (theme: Theme) => void;
}

/** Starts loading the student's model. Nothing is sent anywhere before the user says so. */
export function createCompare({ engine, modelUrl, preferences, clock, device, newId }: CompareParts): Compare {
  const store = createCompareStore(preferences.read().theme);
  const student = createStudent(engine, store);
  const startEngine = () => engine.start(device, { kind: "server", url: modelUrl });
  startEngine();
  return {
    store,
    engine: engine.state,
    clock,
    notes: createNoteList(store, { newId, opened: student.readOpen }),
    startEngine,
    setTheme(theme) {
      store.setState({ theme });
      preferences.write({ theme });
    },
  };
}
