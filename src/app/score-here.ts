/** Score here: a labelled file against the notes of the page, on this machine. */

import { createStore, type StoreApi } from "zustand/vanilla";
import { errorsOf, type ErrorClass, type ScoreError } from "../core/errors-by-class.ts";
import type { FailureValue } from "../core/failure.ts";
import { labelledTypesOf, matchGold, type GoldMatch, type GoldNote } from "../core/gold.ts";
import { onlyTypes } from "../core/metrics.ts";
import { mentionsOf, type NoteRecord } from "../core/note-record.ts";
import { scoreSteps, type ScoreReport } from "../core/score-report.ts";
import type { ScoredNote } from "../core/tally.ts";
import type { EntityType } from "../core/types.ts";
import { readGoldFile } from "./gold-file.ts";
import { inSlices } from "./slices.ts";
import type { Workspace } from "./workspace/workspace.ts";

/** What of a note is scored: what was found in it, or what it has after review. */
export type Basis = "found" | "review";

/** `labels`: what was found in it came with its file, so it says nothing about the student. */
export type Readiness = "ready" | "unread" | "labels";

export function readiness({ reading, corrections }: Pick<NoteRecord, "reading" | "corrections">, basis: Basis): Readiness {
  if (basis === "review") return reading !== undefined || corrections.length > 0 ? "ready" : "unread";
  if (reading === undefined) return "unread";
  return reading.provenance.kind === "reviewer" ? "labels" : "ready";
}

export interface GoldFile {
  readonly name: string;
  readonly notes: readonly GoldNote[];
  /** That it labels: others count nowhere. */
  readonly types: readonly EntityType[];
}

/** An error in its note. Offsets in UTF-16 of the note that was scored. */
export interface PlacedError extends ScoreError {
  readonly noteId: string;
  readonly noteName: string;
  readonly text: string;
}

export interface ScoreOutcome {
  readonly basis: Basis;
  readonly report: ScoreReport;
  /** By note, in the gold's order. */
  readonly errors: readonly PlacedError[];
  /** Notes that were here, but not ready. */
  readonly unread: number;
}

export interface ScoreHereState {
  readonly gold: GoldFile | undefined;
  /** Of the gold's notes and the workspace's, as of now. */
  readonly match: GoldMatch | undefined;
  readonly work: { readonly what: "opening" | "scoring"; readonly share: number } | undefined;
  readonly failure: FailureValue | undefined;
  readonly basis: Basis;
  readonly outcome: ScoreOutcome | undefined;
  /** Which errors are listed; undefined: all. */
  readonly listed: { readonly kind: ErrorClass | undefined; readonly type: EntityType | undefined };
}

export interface ScoreHere {
  readonly store: StoreApi<ScoreHereState>;
  /** Takes the place of a file opened before. */
  readonly open: (file: Blob, name: string) => Promise<void>;
  /** Matches again: notes came, went or were edited. */
  readonly refresh: () => void;
  /** Adds the gold's notes that are not here; the student reads them. */
  readonly addMissing: () => void;
  /** Has the student read the matched notes that came with labels of their own; those give way. */
  readonly readLabelled: () => void;
  /** Scores the notes that are here and ready. */
  readonly score: () => Promise<void>;
  readonly setBasis: (basis: Basis) => void;
  readonly list: (listed: Partial<ScoreHereState["listed"]>) => void;
  /** Ends what is under way. */
  readonly cancel: () => void;
}

const EVERYTHING = { kind: undefined, type: undefined } as const;

export function createScoreHere(workspace: Workspace): ScoreHere {
  const store = createStore<ScoreHereState>(() => ({ gold: undefined, match: undefined, work: undefined, failure: undefined, basis: "found", outcome: undefined, listed: EVERYTHING }));
  let running = new AbortController();

  /** Does this alone: what was under way ends. */
  const begin = (what: "opening" | "scoring") => {
    running.abort();
    running = new AbortController();
    store.setState({ work: { what, share: 0 }, failure: undefined });
    return { signal: running.signal, onProgress: (share: number) => store.setState({ work: { what, share } }) };
  };
  const refresh = () => {
    const { gold } = store.getState();
    if (gold) store.setState({ match: matchGold(gold.notes, workspace.records()) });
  };
  const scored = (): { readonly notes: readonly Compared[]; readonly unread: number } => {
    const { match, basis } = store.getState();
    const here = (match?.here ?? []).map(({ gold, noteId }) => ({ gold, record: workspace.record(noteId) }));
    const notes = here.flatMap(({ gold, record }): Compared[] => {
      if (record === undefined || readiness(record, basis) !== "ready") return [];
      const found = basis === "found" ? (record.reading?.mentions ?? []) : mentionsOf(record);
      return [{ noteId: record.id, noteName: record.name, text: record.text, gold: gold.entities, found }];
    });
    return { notes, unread: here.length - notes.length };
  };

  return {
    store,
    refresh,
    async open(file, name) {
      const work = begin("opening");
      try {
        const result = await readGoldFile(file, work);
        if (!result.ok) {
          store.setState({ work: undefined, failure: result.failure });
          return;
        }
        store.setState({ work: undefined, gold: { name, notes: result.value, types: labelledTypesOf(result.value) }, outcome: undefined, listed: EVERYTHING });
        refresh();
      } catch {
        // aborted: by another file, or by the user
      }
    },
    addMissing() {
      const { match } = store.getState();
      if (match) workspace.add([...match.missing, ...match.otherText].map(({ id, text, date }) => ({ name: id, text, date })));
      refresh();
    },
    readLabelled() {
      const { match } = store.getState();
      const ids = (match?.here ?? []).flatMap(({ noteId }) => {
        const record = workspace.record(noteId);
        return record && readiness(record, "found") === "labels" ? [noteId] : [];
      });
      workspace.readAgain([...new Set(ids)]);
    },
    async score() {
      refresh();
      const { gold, basis } = store.getState();
      if (!gold) return;
      const work = begin("scoring");
      const { notes, unread } = scored();
      try {
        const { report, errors } = await inSlices(outcomeSteps(notes, gold.types), work);
        store.setState({ work: undefined, outcome: { basis, report, errors, unread } });
      } catch {
        // aborted
      }
    },
    setBasis: (basis) => store.setState({ basis, outcome: undefined }),
    list: (listed) => store.setState((state) => ({ listed: { ...state.listed, ...listed } })),
    cancel() {
      running.abort();
      store.setState({ work: undefined });
    },
  };
}

interface Compared extends ScoredNote {
  readonly noteId: string;
  readonly noteName: string;
  readonly text: string;
}

/** Yields the share done. */
function* outcomeSteps(notes: readonly Compared[], types: readonly EntityType[]): Generator<number, { report: ScoreReport; errors: PlacedError[] }> {
  const errors: PlacedError[] = [];
  for (const [i, note] of notes.entries()) {
    const { noteId, noteName, text } = note;
    errors.push(...errorsOf(onlyTypes(note, types)).map((error) => ({ ...error, noteId, noteName, text })));
    yield (0.2 * (i + 1)) / notes.length;
  }
  const steps = scoreSteps(notes, types);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { report: step.value, errors };
    yield 0.2 + 0.8 * step.value;
  }
}
