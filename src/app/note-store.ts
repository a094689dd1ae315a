/** The note on the screen and what was read in it. */

import { createStore, type StoreApi } from "zustand/vanilla";
import type { FailureValue } from "../core/failure.ts";
import type { Correction, JudgedMention, ReviewedMention } from "../core/review.ts";
import type { Mention, Provenance } from "../core/types.ts";
import type { NoteRange } from "./fresh-mentions.ts";
import type { KeyedBlock } from "./note-blocks.ts";

export interface ReadingPace {
  readonly chunks: number;
  /** Chunks that went through the network; the others came from the cache. */
  readonly inferredChunks: number;
  readonly words: number;
  readonly latencyMs: number;
}

export type Reading =
  | { readonly phase: "idle" } // the note is empty
  | { readonly phase: "reading"; readonly doneChunks: number; readonly totalChunks: number }
  | {
      readonly phase: "done";
      readonly provenance: Provenance;
      /** Undefined where the finding was not made on this page just now: it was kept, or a file brought it along. */
      readonly pace: ReadingPace | undefined;
    }
  | { readonly phase: "failed"; readonly failure: FailureValue };

export interface NoteState {
  /** Of the open note in the workspace. Changes with the text, in one step: what is kept per note (undo) then knows an edit from another note. */
  readonly id: string;
  readonly text: string;
  /** Grows with every edit and every new reading. */
  readonly revision: number;
  readonly blocks: readonly KeyedBlock[];
  /** What was found. In order and disjoint; always positions in `text`: mapped through each edit until the new reading is in. */
  readonly found: readonly Mention[];
  /** The reviewer's, of this text. */
  readonly corrections: readonly Correction[];
  /** What the note has after review: `found` under `corrections`. In order and disjoint. */
  readonly mentions: readonly ReviewedMention[];
  /** One entry per block. */
  readonly mentionsOfBlock: readonly (readonly JudgedMention[])[];
  /** What the reading under way has read so far. */
  readonly covered: readonly NoteRange[];
  readonly reading: Reading;
}

export type NoteStore = StoreApi<NoteState>;

/** `id`: of the empty note that is open at first. */
export function createNoteStore(id = "open"): NoteStore {
  return createStore<NoteState>(() => ({
    id,
    text: "",
    revision: 0,
    blocks: [],
    found: [],
    corrections: [],
    mentions: [],
    mentionsOfBlock: [],
    covered: [],
    reading: { phase: "idle" },
  }));
}
