/** The notes of the page: one is open, the others wait in the list, and all are read in the background. */

import type { StoreApi } from "zustand/vanilla";
import type { NoteRecord } from "../../core/note-record.ts";
import type { Correction } from "../../core/review.ts";

/** One line of the list. */
export interface NoteEntry {
  readonly id: string;
  readonly name: string;
  readonly date?: string | undefined;
  /** UTF-16 units. */
  readonly length: number;
  /** `waiting`: not read yet, whether or not the queue runs. A blank note counts as read. */
  readonly reading: "waiting" | "reading" | "read" | "failed";
  /** After review. */
  readonly mentions: number;
  /** Mentions with a verdict. */
  readonly reviewed: number;
}

export type Queue =
  | { readonly phase: "idle" }
  | {
      readonly phase: "running" | "paused";
      /** Notes. */
      readonly done: number;
      readonly total: number;
      /** Undefined until it can be told. */
      readonly timeLeftMs: number | undefined;
    };

export interface WorkspaceState {
  /** In the list's order. One note from the start: the empty one that the page opens with. */
  readonly entries: readonly NoteEntry[];
  readonly openId: string;
  readonly queue: Queue;
}

/** A note that comes in from a file. */
export interface IncomingNote {
  readonly name: string;
  readonly text: string;
  readonly date?: string | undefined;
  /** Where the file brought labels along: the note is then not read by the student until the user asks. */
  readonly reading?: NoteRecord["reading"];
  readonly corrections?: readonly Correction[] | undefined;
}

export interface Workspace {
  readonly store: StoreApi<WorkspaceState>;
  /** Every note as it stands, the open one included. In the list's order. */
  readonly records: () => readonly NoteRecord[];
  readonly record: (id: string) => NoteRecord | undefined;
  /** Puts the open note back into the list and opens this one. */
  readonly open: (id: string) => void;
  /** The note after (before) the open one in the list. */
  readonly step: (by: 1 | -1) => void;
  /**
   * Adds them behind the others and starts the queue. An empty open note gives way to the first of them; else the open
   * note stays open. Answers their ids, in order.
   */
  readonly add: (notes: readonly IncomingNote[]) => readonly string[];
  /** Opens an empty note behind the others. Where the open one is empty, nothing happens. */
  readonly startNew: () => void;
  /** Can be undone for a while. */
  readonly remove: (ids: readonly string[]) => void;
  readonly rename: (id: string, name: string) => void;
  /** Has the student read these notes (again), also where a file brought labels along or a reading failed. */
  readonly readAgain: (ids: readonly string[]) => void;
  /** Changes the corrections of a note, open or not. The one way by which they change outside an edit of the text. */
  readonly setCorrections: (id: string, corrections: readonly Correction[]) => void;
  /** Kept notes stay paused over a reload. */
  readonly pause: () => void;
  /** Goes on after `pause`; after `cancel`, reads what is not read yet. */
  readonly resume: () => void;
  /** Ends the queue; notes not read yet stay in the list, unread, also after a reload of kept ones, until `resume`. */
  readonly cancel: () => void;
}
