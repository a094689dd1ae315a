/** The application without its screen: stores, and the actions that change them. */

import type { StoreApi } from "zustand/vanilla";
import type { KeepLock } from "../storage/keep-lock.ts";
import type { NoteStorage } from "../storage/note-storage.ts";
import type { DeviceChoice } from "../worker/api.ts";
import { createBringNote } from "./bring-note.ts";
import type { Clock } from "./clock.ts";
import type { Concepts } from "./concept-tables.ts";
import type { EngineClient, EngineState } from "./engine-client.ts";
import { createImportNotes, type ImportNotes } from "./import-notes.ts";
import { createMentionActions, type MentionActions } from "./mention-actions.ts";
import { createModel, type Model } from "./model.ts";
import { createNoteActions, type NoteActions } from "./note-actions.ts";
import { createNoteStore, type NoteStore } from "./note-store.ts";
import { createNoteText } from "./note-text.ts";
import { createNotices, type Notices } from "./notices.ts";
import type { PreferenceStorage, Theme } from "./preferences.ts";
import { createReader, type Reader } from "./reader.ts";
import { keepCorrections } from "./review/kept-corrections.ts";
import { createReviewActions, type ReviewActions } from "./review/review-actions.ts";
import { createReviewHistory, type HistoryState } from "./review/review-history.ts";
import type { RequestLog } from "./requests.ts";
import { createUndoOffer, type UndoOffer } from "./undo-offer.ts";
import { createViewStore, type ViewStore } from "./view-store.ts";
import { createWorkspace } from "./workspace/create-workspace.ts";
import { createKeepNotes, type KeepNotes } from "./workspace/keep-notes.ts";
import type { Workspace } from "./workspace/workspace.ts";

export interface Parts {
  readonly engine: EngineClient;
  readonly requests: RequestLog;
  readonly storage: NoteStorage;
  readonly keepLock: KeepLock;
  readonly preferences: PreferenceStorage;
  readonly clock: Clock;
  readonly visibleRange: () => { readonly start: number; readonly end: number };
  /** Absolute URL of the shipped model's folder, with a trailing slash. */
  readonly modelUrl: string;
  readonly concepts: Concepts;
  readonly device: DeviceChoice;
  /** A new unique id at each call. */
  readonly newId: () => string;
  /** Reads PDFs away from the page. */
  readonly startPdfWorker: () => Worker;
}

export interface Chartlight {
  /** All notes; `note` is the open one. */
  readonly workspace: Workspace;
  readonly note: NoteStore;
  readonly view: ViewStore;
  readonly engine: StoreApi<EngineState>;
  readonly model: Model;
  readonly requests: RequestLog;
  readonly concepts: Concepts;
  readonly clock: Clock;
  readonly noteActions: NoteActions;
  /** A text comes in as a note: see `createBringNote`. */
  readonly bringNote: (text: string) => void;
  readonly mentionActions: MentionActions;
  readonly reviewActions: ReviewActions;
  readonly reviewHistory: StoreApi<HistoryState>;
  readonly notices: Notices;
  readonly undoOffer: UndoOffer;
  readonly importNotes: ImportNotes;
  readonly keepNotes: KeepNotes;
  readonly reader: Reader;
  readonly setTheme: (theme: Theme) => void;
  readonly setLetterKeys: (on: boolean) => void;
}

/** Starts loading the model, and restores the notes where the user had them kept. */
export function createChartlight(parts: Parts): Chartlight {
  const { engine, requests, storage, preferences, clock, visibleRange, newId, startPdfWorker } = parts;
  const { theme, letterKeys } = preferences.read();
  const note = createNoteStore(newId());
  const view = createViewStore(theme, letterKeys);
  const notices = createNotices(view);
  const undoOffer = createUndoOffer(view, clock);
  const noteText = createNoteText(note);
  const reader = createReader({ engine, note, noteText, clock, visibleRange });
  const noteActions = createNoteActions({ note, noteText, view, reader, notices, undoOffer });
  const notes = createWorkspace({ engine, note, noteText, reader, view, undoOffer, clock, preferences, newId });
  const { workspace } = notes;
  const importNotes = createImportNotes({ workspace, notices, clock, startPdfWorker });
  const keepNotes = createKeepNotes({ storage, lock: parts.keepLock, preferences, notes, note, notices, clock });
  const history = createReviewHistory(note, workspace);
  keepCorrections(note, workspace);
  const model = createModel({ engine, notices, shippedUrl: parts.modelUrl, device: parts.device });

  void keepNotes.restore();

  engine.state.subscribe((state, before) => {
    if (state.phase !== "ready" || before.phase === "ready") return;
    if (state.info.fallbackReason !== undefined) {
      notices.show({ kind: "info", about: "device", message: state.info.fallbackReason });
    }
    // Another engine may read the note differently, and a reading that failed deserves a second try.
    // What was kept, or came from elsewhere, stays as it is.
    const { reading } = note.getState();
    if (reading.phase === "failed" || (reading.phase === "done" && reading.pace !== undefined)) reader.again();
  });

  model.start(parts.device);
  void parts.concepts.load();
  void importNotes.prepare();

  return {
    workspace,
    note,
    view,
    engine: engine.state,
    model,
    requests,
    concepts: parts.concepts,
    clock,
    noteActions,
    bringNote: createBringNote({ workspace, note, noteActions }),
    mentionActions: createMentionActions(note, view),
    reviewActions: createReviewActions({ note, view, notes: workspace, history, clock }),
    reviewHistory: history.store,
    notices,
    undoOffer,
    importNotes,
    keepNotes,
    reader,
    setTheme(next) {
      view.setState({ theme: next });
      preferences.write({ theme: next });
    },
    setLetterKeys(on) {
      view.setState({ letterKeys: on });
      preferences.write({ letterKeys: on });
    },
  };
}
