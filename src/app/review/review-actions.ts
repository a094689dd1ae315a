/** What a reviewer can do with the mentions. Every action is one step of the history, however many notes it changes. */

import type { NoteRecord } from "../../core/note-record.ts";
import { accept, acceptAll, change, reject, withdraw, type Correction, type JudgedMention } from "../../core/review.ts";
import type { Assertion, EntityType, Mention } from "../../core/types.ts";
import { moveEdge, snapToWords, type EdgeMove, type WordSpan } from "../../core/word-edges.ts";
import type { Clock } from "../clock.ts";
import type { NoteStore } from "../note-store.ts";
import { shownMentions } from "../shown-mentions.ts";
import type { ViewStore } from "../view-store.ts";
import { acceptAlike, addAlike, originOf, rejectAlike } from "./everywhere.ts";
import { describeStep } from "./describe-step.ts";
import type { ReviewHistory, ReviewStep, StepKind } from "./review-history.ts";
import type { ReviewNotes } from "./review-notes.ts";

/** The open note, or every note of the workspace. */
export type Reach = "note" | "notes";

export interface ReviewActions {
  /** What has this verdict already keeps it as it is. */
  readonly accept: (mention: JudgedMention) => void;
  readonly reject: (mention: JudgedMention) => void;
  /** Takes the verdict back: what was found counts again. */
  readonly withdraw: (mention: JudgedMention) => void;
  readonly setType: (mention: JudgedMention, type: EntityType) => void;
  readonly setAssertion: (mention: JudgedMention, assertion: Assertion) => void;
  /** By a word; nothing happens where none is left. */
  readonly moveEdge: (mention: JudgedMention, move: EdgeMove) => void;
  /** Adds what the range means in whole words, and goes to it; answers undefined where it holds no word. */
  readonly add: (range: { readonly start: number; readonly end: number }, type: EntityType) => WordSpan | undefined;
  /** All that the filter shows and that has no verdict yet. */
  readonly acceptShown: () => void;
  /** All mentions of the same type whose text is this one's. */
  readonly acceptAlike: (mention: JudgedMention, reach: Reach) => void;
  readonly rejectAlike: (mention: JudgedMention, reach: Reach) => void;
  /** Everywhere that the words stand. */
  readonly addAlike: (mention: JudgedMention, reach: Reach) => void;
  /** Corrects notes by a rule of the caller's, in one step. */
  readonly perform: (kind: StepKind, records: readonly NoteRecord[], correct: (record: NoteRecord) => readonly Correction[]) => void;
  /** Answers the step that was undone (done again). */
  readonly undo: () => ReviewStep | undefined;
  readonly redo: () => ReviewStep | undefined;
}

export interface ReviewActionOptions {
  readonly note: NoteStore;
  readonly view: ViewStore;
  readonly notes: ReviewNotes;
  readonly history: ReviewHistory;
  readonly clock: Clock;
}

export function createReviewActions({ note, view, notes, history, clock }: ReviewActionOptions): ReviewActions {
  let sayings = 0;
  const say = (step: ReviewStep | undefined, turn: "done" | "undone" | "redone") => {
    if (step !== undefined) view.setState({ said: { id: ++sayings, text: describeStep(step, turn) } });
    return step;
  };
  const perform: ReviewActions["perform"] = (kind, records, correct) => void say(history.perform(kind, records, correct), "done");
  /** With what has been found so far: a record has a finding only when the note is read. */
  const asShown = (record: NoteRecord): NoteRecord => {
    const { id, found } = note.getState();
    const provenance = record.reading?.provenance ?? ({ kind: "student", name: "", version: "" } as const);
    return record.id === id ? { ...record, reading: { mentions: found, provenance } } : record;
  };
  const openRecord = (): NoteRecord[] => {
    const record = notes.record(note.getState().id);
    return record === undefined ? [] : [asShown(record)];
  };
  const within = (reach: Reach): readonly NoteRecord[] => (reach === "note" ? openRecord() : notes.records().map(asShown));
  const decide = (record: NoteRecord, mention: JudgedMention) => ({ origin: originOf(record, mention), atMs: clock.now() });
  const termOf = ({ start, end, type }: Mention) => ({ words: note.getState().text.slice(start, end), type });
  /** The card and the place in the walk go along when a mention's start moves. */
  const follow = (from: number, to: number) => {
    const { current, card } = view.getState();
    view.setState({ current: current === from ? to : current, card: card === from ? to : card });
  };
  const changeTo = (mention: JudgedMention, changed: Mention) => {
    perform("changed", openRecord(), (record) => change(record.corrections, mention, changed, decide(record, mention)));
    follow(mention.start, changed.start);
  };

  return {
    accept(mention) {
      if (mention.verdict === "accepted") return;
      perform("accepted", openRecord(), (record) => accept(record.corrections, mention, decide(record, mention)));
    },
    reject(mention) {
      if (mention.verdict === "rejected") return;
      perform("rejected", openRecord(), (record) => reject(record.corrections, mention, decide(record, mention)));
    },
    withdraw: (mention) => perform("withdrawn", openRecord(), (record) => withdraw(record.corrections, mention)),
    setType(mention, type) {
      if (type !== mention.type) changeTo(mention, withoutConcept({ ...mention, type }));
    },
    setAssertion(mention, assertion) {
      if (assertion !== mention.assertion) changeTo(mention, { ...mention, assertion });
    },
    moveEdge(mention, move) {
      const span = moveEdge(note.getState().text, mention, move);
      if (span !== undefined) changeTo(mention, withoutConcept({ ...mention, ...span }));
    },
    add(range, type) {
      const span = snapToWords(note.getState().text, range);
      if (span === undefined) return undefined;
      const before = note.getState().mentions.find(({ start, end }) => start < span.end && span.start < end);
      const added: Mention = { ...span, type, assertion: before?.assertion ?? "present", score: 1 };
      perform("added", openRecord(), (record) => acceptAll(record.corrections, [added], () => ({ origin: "reviewer", atMs: clock.now() })));
      view.setState({ current: span.start });
      return span;
    },
    acceptShown() {
      const open = shownMentions(note.getState(), view.getState()).filter(({ verdict }) => verdict === undefined);
      const atMs = clock.now();
      perform("accepted", openRecord(), (record) => acceptAll(record.corrections, open, (mention) => ({ origin: originOf(record, mention), atMs })));
    },
    acceptAlike(mention, reach) {
      const [term, atMs] = [termOf(mention), clock.now()];
      perform("accepted", within(reach), (record) => acceptAlike(record, term, atMs));
    },
    rejectAlike(mention, reach) {
      const [term, atMs] = [termOf(mention), clock.now()];
      perform("rejected", within(reach), (record) => rejectAlike(record, term, atMs));
    },
    addAlike(mention, reach) {
      const [term, atMs] = [termOf(mention), clock.now()];
      perform("added", within(reach), (record) => addAlike(record, term, atMs));
    },
    perform,
    undo: () => say(history.undo(), "undone"),
    redo: () => say(history.redo(), "redone"),
  };
}

/** The code belongs to the words and the type. */
const withoutConcept = ({ start, end, type, assertion, score }: Mention): Mention => ({ start, end, type, assertion, score });
