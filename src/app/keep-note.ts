/** "Keep on this device": off by default; on, the note outlives the page; switched off, it is erased. */

import { Failure } from "../core/failure.ts";
import type { NoteStorage } from "../storage/note-storage.ts";
import type { Clock } from "./clock.ts";
import type { NoteStore } from "./note-store.ts";
import type { Notices } from "./notices.ts";
import type { PreferenceStorage } from "./preferences.ts";
import type { ViewStore } from "./view-store.ts";

const SAVE_PAUSE_MS = 300;

export interface KeepNoteOptions {
  readonly storage: NoteStorage;
  readonly preferences: PreferenceStorage;
  readonly note: NoteStore;
  readonly view: ViewStore;
  readonly notices: Notices;
  readonly clock: Clock;
}

export interface KeepNote {
  /** The kept note, where the switch was left on; else undefined. */
  readonly restore: () => Promise<string | undefined>;
  readonly switchTo: (on: boolean) => Promise<void>;
  /** Writes what is still waiting: the page may be about to go. */
  readonly flush: () => void;
}

export function createKeepNote({ storage, preferences, note, view, notices, clock }: KeepNoteOptions): KeepNote {
  let takeBack: (() => void) | undefined;

  const refused = (error: unknown) => {
    const reason = error instanceof Failure ? error.message : "This browser did not store the note.";
    notices.show({ kind: "failure", about: "storage", message: `${reason} The note stays in memory only.` });
  };
  const save = async () => {
    takeBack = undefined;
    try {
      await storage.save(note.getState().text);
    } catch (error) {
      view.setState({ keep: "off" });
      preferences.write({ keepNote: false });
      refused(error);
    }
  };
  note.subscribe((state, before) => {
    if (state.text === before.text || view.getState().keep !== "on") return;
    takeBack?.();
    takeBack = clock.after(SAVE_PAUSE_MS, () => void save());
  });

  return {
    async restore() {
      if (!preferences.read().keepNote) return undefined;
      try {
        const text = await storage.load();
        view.setState({ keep: "on" });
        return text;
      } catch (error) {
        refused(error);
        return undefined;
      }
    },
    async switchTo(on) {
      takeBack?.();
      takeBack = undefined;
      view.setState({ keep: "busy" });
      try {
        if (on) await storage.save(note.getState().text);
        else await storage.erase();
        preferences.write({ keepNote: on });
        view.setState({ keep: on ? "on" : "off" });
        notices.clear("storage");
      } catch (error) {
        view.setState({ keep: on ? "off" : "on" });
        refused(error);
      }
    },
    flush() {
      if (takeBack === undefined) return;
      takeBack();
      void save();
    },
  };
}
