/** What the page under compare/ knows: notes, who read them, and how they are laid side by side. */

import { createStore, type StoreApi } from "zustand/vanilla";
import type { FailureValue } from "../../core/failure.ts";
import type { Mention } from "../../core/types.ts";
import type { Estimate } from "../../teacher/cost.ts";
import type { TeacherReading } from "../../teacher/teacher.ts";
import type { Reading } from "../note-store.ts";
import type { Theme } from "../preferences.ts";
import type { AdjudicationHistory } from "./adjudication-history.ts";
import type { KeyedOrigins } from "./key-ring.ts";
import type { Sending } from "./sending.ts";
import type { TeacherChoice } from "./teacher-choice.ts";

export interface ComparedNote {
  /** Unique on this page; never shown. */
  readonly id: string;
  /** A file's name, a line's id, or the note's first words. */
  readonly name: string;
  /** Line ends are single line feeds. */
  readonly text: string;
  /** What the note has on the main page, after review; undefined when it did not come from there. */
  readonly review: readonly Mention[] | undefined;
  /** Gold that the note's file brought along. */
  readonly gold: readonly Mention[] | undefined;
  readonly student: StudentRun;
  /** By the teacher's id. */
  readonly runs: Readonly<Record<string, TeacherRun>>;
  /** What the reviewer decided, by the pair of layers that was compared. */
  readonly adjudications: Readonly<Record<string, AdjudicationHistory>>;
}

/** The student's part. */
export interface StudentRun {
  readonly reading: Reading;
  readonly mentions: readonly Mention[];
}

/** What went, or was about to go, to a teacher. */
export interface SentFacts {
  /** The teacher as it was called then. */
  readonly name: string;
  readonly host: string;
  readonly leavesMachine: boolean;
  readonly estimate: Estimate;
  /** Identifiers that were replaced before; undefined where nobody looked for them. */
  readonly replaced: number | undefined;
}

/** Times are milliseconds since the epoch. */
export type TeacherRun =
  /** `mentions`: entries of the reply so far. */
  | { readonly phase: "running"; readonly sent: SentFacts; readonly startedMs: number; readonly mentions: number }
  /** Before a further try. */
  | { readonly phase: "waiting"; readonly sent: SentFacts; readonly startedMs: number; readonly untilMs: number; readonly why: string }
  | { readonly phase: "done"; readonly sent: SentFacts; readonly reading: TeacherReading }
  | { readonly phase: "failed"; readonly failure: FailureValue }
  | { readonly phase: "cancelled" };

export type ConnectionCheck =
  | { readonly phase: "checking" }
  | { readonly phase: "fine"; readonly models: readonly string[] }
  | { readonly phase: "failed"; readonly message: string };

/** A sentence about one file: why it was not read, or how it was. */
export interface FileRemark {
  readonly path: string;
  readonly message: string;
  readonly failed: boolean;
}

export interface CompareState {
  readonly theme: Theme;
  readonly notes: readonly ComparedNote[];
  /** Undefined while there is no note. */
  readonly openId: string | undefined;
  /** What is to be said of the files opened last. */
  readonly fileRemarks: readonly FileRemark[];

  readonly teachers: readonly TeacherChoice[];
  /** Which origins have a key; the keys themselves are in the key ring. */
  readonly keyed: KeyedOrigins;
  /** By the teacher's id. */
  readonly checks: Readonly<Record<string, ConnectionCheck>>;
  readonly deidentify: boolean;
  /** Undefined: no cap. */
  readonly budgetUsd: number | undefined;
  readonly spentUsd: number;
  /** What waits for the user's consent; the first is on the sheet. */
  readonly sheet: readonly Sending[];
  /** Consents of this session (`consentKey`). */
  readonly consents: readonly string[];

  /** Layers laid side by side, by id; undefined: the first there is. */
  readonly left: string | undefined;
  readonly right: string | undefined;
  readonly view: "beside" | "overlaid";
  /** Index of the knot that the user is at. */
  readonly current: number | undefined;
}

export type CompareStore = StoreApi<CompareState>;

export const createCompareStore = (theme: Theme, view: CompareState["view"]): CompareStore =>
  createStore<CompareState>(() => ({
    theme,
    notes: [],
    openId: undefined,
    fileRemarks: [],
    teachers: [],
    keyed: { inMemory: [], remembered: [] },
    checks: {},
    deidentify: true,
    budgetUsd: undefined,
    spentUsd: 0,
    sheet: [],
    consents: [],
    left: undefined,
    right: undefined,
    view,
    current: undefined,
  }));

export const openNote = ({ notes, openId }: CompareState): ComparedNote | undefined => notes.find(({ id }) => id === openId);

/** Changes one note; without effect when it is gone. */
export function changeNote(store: CompareStore, id: string, change: (note: ComparedNote) => Partial<ComparedNote>): void {
  store.setState(({ notes }) => ({ notes: notes.map((note) => (note.id === id ? { ...note, ...change(note) } : note)) }));
}
