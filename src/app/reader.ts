/** Has the note read after each edit: a short pause, then the newest text. */

import type { Clock } from "./clock.ts";
import type { EngineClient } from "./engine-client.ts";
import { freshMentions } from "./fresh-mentions.ts";
import type { NoteStore } from "./note-store.ts";
import { isBlank, type NoteText } from "./note-text.ts";

/** Long enough to skip the keys of one word, short enough to feel immediate. */
const PAUSE_MS = 120;

export interface ReaderOptions {
  readonly engine: EngineClient;
  readonly note: NoteStore;
  readonly noteText: NoteText;
  readonly clock: Clock;
  /** The part of the note on the screen, UTF-16 offsets. */
  readonly visibleRange: () => { readonly start: number; readonly end: number };
}

export interface Reader {
  /** The text changed: read it after a pause, at once when it is a text that has just arrived. */
  readonly schedule: (when: "soon" | "now") => void;
  /** Reads the present text again, the visible part first: after a failure, or when another part came into view. */
  readonly again: () => void;
  /** Another note takes the screen: what was scheduled for this one is forgotten, and its reading ends. */
  readonly leave: () => void;
}

export function createReader({ engine, note, noteText, clock, visibleRange }: ReaderOptions): Reader {
  let takeBack = (): void => undefined;

  const read = async (): Promise<void> => {
    const { text, revision } = note.getState();
    if (isBlank(text)) {
      engine.cancel();
      return;
    }
    const isCurrent = () => note.getState().revision === revision;
    const result = await engine.read({ revision, text, visible: visibleRange() }, (progress) => {
      if (!isCurrent() || note.getState().reading.phase !== "reading") return;
      const { mentions, covered, doneChunks, totalChunks } = progress;
      noteText.setFound(freshMentions(note.getState().found, mentions, covered), {
        covered,
        reading: { phase: "reading", doneChunks, totalChunks },
      });
    });
    if (!isCurrent()) return;
    if (!result.ok) {
      note.setState({ reading: { phase: "failed", failure: result.failure } });
    } else if (result.value.kind === "done") {
      const { mentions, provenance, chunks, inferredChunks, words, latencyMs } = result.value;
      noteText.setFound(mentions, { reading: { phase: "done", provenance, pace: { chunks, inferredChunks, words, latencyMs } } });
    }
  };

  const schedule = (when: "soon" | "now"): void => {
    takeBack();
    takeBack = clock.after(when === "now" ? 0 : PAUSE_MS, () => void read());
  };

  return {
    schedule,
    again() {
      const { text, revision, reading } = note.getState();
      if (isBlank(text)) return;
      const nothingYet = { phase: "reading", doneChunks: 0, totalChunks: 0 } as const;
      note.setState({ revision: revision + 1, reading: reading.phase === "reading" ? reading : nothingYet });
      schedule("now");
    },
    leave() {
      takeBack();
      if (note.getState().reading.phase === "reading") engine.cancel();
    },
  };
}
