/** "Keep on this device": off by default; on, the notes outlive the page; switched off, the kept copy is erased. */

import { createStore, type StoreApi } from "zustand/vanilla";
import { Failure } from "../../core/failure.ts";
import type { KeepLock } from "../../storage/keep-lock.ts";
import type { NoteStorage } from "../../storage/note-storage.ts";
import type { Clock } from "../clock.ts";
import type { NoteStore } from "../note-store.ts";
import type { Notices } from "../notices.ts";
import type { PreferenceStorage } from "../preferences.ts";
import { formatNumber } from "../words.ts";
import type { WorkspaceNotes } from "./create-workspace.ts";
import { noteName } from "./note-name.ts";
import { createNoteWriter, type Kept } from "./note-writer.ts";

export interface KeepState {
  /** `elsewhere`: another tab has the kept notes; this one gets them when that one is closed. */
  readonly phase: "off" | "busy" | "on" | "elsewhere";
  /** What lies in the storage. */
  readonly kept: Kept;
}

export interface KeepNotesOptions {
  readonly storage: NoteStorage;
  readonly lock: KeepLock;
  readonly preferences: PreferenceStorage;
  readonly notes: Pick<WorkspaceNotes, "list" | "restore" | "clear">;
  readonly note: NoteStore;
  readonly notices: Notices;
  readonly clock: Clock;
}

export interface KeepNotes {
  readonly store: StoreApi<KeepState>;
  /** Brings the kept notes back, where the switch was left on. Never rejects. */
  readonly restore: () => Promise<void>;
  /** Never rejects: a refusal is told, and the switch goes back. */
  readonly switchTo: (on: boolean) => Promise<void>;
  /** Forgets every note, in the storage and on the page. Never rejects. */
  readonly eraseAll: () => Promise<void>;
  /** Writes what is still waiting: the page may be about to go. */
  readonly flush: () => void;
}

const NOTHING: Kept = { notes: 0, sizeBytes: 0 };

export function createKeepNotes({ storage, lock, preferences, notes, note, notices, clock }: KeepNotesOptions): KeepNotes {
  const store = createStore<KeepState>(() => ({ phase: "off", kept: NOTHING }));
  const isOn = () => store.getState().phase === "on";
  const tell = (error: unknown, what: string) => {
    const reason = error instanceof Failure ? error.message : "This browser did not store the notes.";
    notices.show({ kind: "failure", about: "storage", message: `${reason} ${what}` });
  };
  const writer = createNoteWriter({
    storage,
    list: notes.list,
    openId: () => note.getState().id,
    clock,
    onKept: (kept) => store.setState({ kept }),
    onRefused: (error) => tell(error, "The newest changes stay in memory only until there is room."),
  });
  notes.list.onChange((ids) => isOn() && writer.touch(ids));
  note.subscribe((state, before) => {
    if (state.id !== before.id && isOn()) writer.touchOpen();
  });

  const off = () => {
    lock.giveBack();
    store.setState({ phase: "off", kept: NOTHING });
  };
  /** It could not begin: what lies there stays as it is. */
  const leaveOff = async () => {
    store.setState({ phase: "busy" });
    await writer.stop();
    off();
  };
  const waitForTurn = () =>
    lock.take(() => {
      store.setState({ phase: "elsewhere" });
      notices.show({ kind: "info", about: "storage", message: "The kept notes are open in another tab. What is added here stays in memory until that tab is closed." });
    });

  /** From here on this page alone has the storage: what lies there comes into the list, and the list goes there. */
  const begin = async (): Promise<{ readonly wasEmpty: boolean }> => {
    const { notes: kept, openId, malformed } = await storage.load();
    const named = kept.map((one) => (one.record.name === "" ? { ...one, record: { ...one.record, name: noteName(one.record.text) } } : one));
    writer.adopt(kept);
    notes.restore(named, openId);
    notices.clear("storage");
    if (malformed > 0) notices.show({ kind: "info", about: "storage", message: `${formatNumber(malformed, "kept record")} could not be read and ${malformed === 1 ? "was" : "were"} left out. Everything else is here.` });
    return { wasEmpty: kept.length === 0 };
  };
  const goOn = () => {
    store.setState({ phase: "on" });
    writer.touch(notes.list.records().map(({ id }) => id));
    writer.touchOpen();
  };
  /** Nothing may be written behind an erasure. */
  const erase = async () => {
    await writer.stop();
    await storage.erase();
  };
  /** The first copy: all of it, or nothing is left behind. */
  const copyAll = async () => {
    goOn();
    try {
      await writer.flush();
    } catch (error) {
      await erase().catch(() => undefined);
      throw error;
    }
  };

  return {
    store,
    async restore() {
      if (!preferences.read().keepNote) return;
      store.setState({ phase: "busy" });
      await waitForTurn();
      if (!preferences.read().keepNote) {
        off(); // the other tab has erased them meanwhile
        return;
      }
      try {
        await begin();
        goOn();
      } catch (error) {
        await leaveOff();
        tell(error, "The notes on this page stay in memory only.");
      }
    },
    async switchTo(on) {
      const wasKept = preferences.read().keepNote;
      store.setState({ phase: "busy" });
      try {
        if (on) {
          await waitForTurn();
          await storage.askToPersist();
          preferences.write({ keepNote: true }); // first: nothing may lie there that the next visit does not know of
          const { wasEmpty } = await begin();
          if (wasEmpty) await copyAll();
          else goOn();
        } else {
          await erase();
          preferences.write({ keepNote: false });
          off();
        }
      } catch (error) {
        if (on) await leaveOff();
        else goOn();
        preferences.write({ keepNote: wasKept });
        tell(error, on ? "The notes stay in memory only." : "They are still kept: try again.");
      }
    },
    async eraseAll() {
      try {
        store.setState({ phase: "busy" });
        await erase();
        preferences.write({ keepNote: false });
        off();
        notes.clear();
        notices.clear("storage");
      } catch (error) {
        goOn();
        tell(error, "The kept notes are still there: try again.");
      }
    },
    flush() {
      if (isOn()) writer.flush().catch(() => undefined); // tried again at the next change
    },
  };
}
