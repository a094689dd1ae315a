import { createNoteStore } from "../../../src/app/note-store.ts";
import { createPreferences, type PreferenceStorage } from "../../../src/app/preferences.ts";
import { createNoteText } from "../../../src/app/note-text.ts";
import { createReader } from "../../../src/app/reader.ts";
import { createUndoOffer } from "../../../src/app/undo-offer.ts";
import { createViewStore } from "../../../src/app/view-store.ts";
import { createWorkspace } from "../../../src/app/workspace/create-workspace.ts";
import { createFakeClock } from "../fake-clock.ts";
import { createFakeEngine, READY } from "../fake-engine.ts";

/** Remembers as a browser does. */
export function inMemory(): PreferenceStorage {
  const items = new Map<string, string>();
  const storage: Pick<Storage, "getItem" | "setItem"> = { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
  return createPreferences(() => storage as Storage);
}

/** A page without a screen: everything is real but the engine and the time. */
export function openWorkspace(engineState = READY, preferences: PreferenceStorage = inMemory()) {
  const clock = createFakeClock();
  const engine = createFakeEngine(engineState);
  let lastId = 0;
  const newId = () => `note-${++lastId}`;
  const note = createNoteStore(newId());
  const noteText = createNoteText(note);
  const view = createViewStore("system", true);
  const undoOffer = createUndoOffer(view, clock);
  const reader = createReader({ engine, note, noteText, clock, visibleRange: () => ({ start: 0, end: 0 }) });
  const { workspace, list, restore, clear } = createWorkspace({ engine, note, noteText, reader, view, undoOffer, clock, preferences, newId });
  const type = (text: string) => {
    noteText.set(text);
    reader.schedule("soon");
  };
  const named = (name: string) => {
    const entry = workspace.store.getState().entries.find((one) => one.name === name);
    if (entry === undefined) throw new Error(`no note is called ${name}`);
    return entry;
  };
  /** Reads everything that waits. */
  const readAll = async () => {
    await clock.pass(300);
    while (engine.pending() !== undefined) {
      engine.finish();
      await clock.pass(100);
    }
  };
  const names = () => workspace.store.getState().entries.map(({ name }) => name);
  return { clock, engine, note, noteText, view, undoOffer, reader, workspace, list, restore, clear, type, named, names, readAll };
}
