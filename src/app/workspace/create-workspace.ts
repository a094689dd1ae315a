/** The notes of the page. The open one lives in the note store; its record follows it at once. */

import { createStore } from "zustand/vanilla";
import type { NoteRecord } from "../../core/note-record.ts";
import type { Clock } from "../clock.ts";
import type { EngineClient } from "../engine-client.ts";
import type { NoteStore } from "../note-store.ts";
import { asFieldText, isBlank, type NoteText } from "../note-text.ts";
import type { PreferenceStorage } from "../preferences.ts";
import type { Reader } from "../reader.ts";
import type { UndoOffer } from "../undo-offer.ts";
import type { ViewStore } from "../view-store.ts";
import { noteEntry } from "./note-entry.ts";
import { createNoteList, type ListedNote, type NoteList } from "./note-list.ts";
import { noteName, UNNAMED } from "./note-name.ts";
import { recordOf, shownNote } from "./open-note.ts";
import { createReadingQueue } from "./reading-queue.ts";
import type { IncomingNote, NoteEntry, Workspace, WorkspaceState } from "./workspace.ts";

/** What goes on by itself (the queue, typing) is told that often at most, so that thousands of notes cost the screen nothing. */
const TELL_EVERY_MS = 100;

export interface WorkspaceOptions {
  readonly engine: EngineClient;
  readonly note: NoteStore;
  readonly noteText: NoteText;
  readonly reader: Reader;
  readonly view: ViewStore;
  readonly undoOffer: UndoOffer;
  readonly clock: Clock;
  readonly preferences: PreferenceStorage;
  readonly newId: () => string;
}

/** For what keeps the notes. */
export interface WorkspaceNotes {
  readonly workspace: Workspace;
  readonly list: NoteList;
  /** Puts kept notes before those that are here, and opens one of them where the open one is empty. Unread ones are read, unless the user had stopped that. */
  readonly restore: (notes: readonly ListedNote[], openId: string | undefined) => void;
  /** Forgets every note: an empty one is open. */
  readonly clear: () => void;
}

export function createWorkspace(options: WorkspaceOptions): WorkspaceNotes {
  const { engine, note, noteText, reader, view, undoOffer, clock, preferences, newId } = options;
  const list = createNoteList();
  const openId = () => note.getState().id;
  const record = (id: string): NoteRecord | undefined => list.get(id)?.record;
  const isUnread = (known: NoteRecord) => known.reading === undefined && !isBlank(known.text);
  const unreadIds = () => list.records().flatMap((one) => (isUnread(one) && one.id !== openId() ? [one.id] : []));
  const readOn = (on: boolean) => {
    if (preferences.read().readOn !== on) preferences.write({ readOn: on });
  };
  const blank = (): NoteRecord => ({ id: newId(), name: UNNAMED, text: "", addedAtMs: clock.now(), reading: undefined, corrections: [] });

  list.put([{ ...blank(), id: openId() }]);

  const queue = createReadingQueue({
    engine,
    clock,
    textOf: (id) => record(id)?.text,
    openId,
    isBusy: () => note.getState().reading.phase === "reading",
    onRead(id, reading) {
      const before = record(id);
      if (before) list.put([{ ...before, reading }]);
    },
    onChange: (ids) => {
      for (const id of ids) entries.delete(id);
      tellSoon();
    },
  });

  const entries = new Map<string, NoteEntry>();
  const activityOfOpen = () => {
    const { phase } = note.getState().reading;
    return phase === "reading" || phase === "failed" ? phase : undefined;
  };
  const entryOf = (found: NoteRecord): NoteEntry => {
    const { id } = found;
    const entry = entries.get(id) ?? noteEntry(found, id === openId() ? activityOfOpen() : queue.activity(id));
    entries.set(id, entry);
    return entry;
  };
  const now = (): WorkspaceState => ({ entries: list.records().map(entryOf), openId: openId(), queue: queue.state() });
  const store = createStore<WorkspaceState>(now);

  let isTelling = false;
  const tell = () => store.setState(now(), true);
  const tellSoon = () => {
    if (isTelling) return;
    isTelling = true;
    clock.after(TELL_EVERY_MS, () => {
      isTelling = false;
      tell();
    });
  };
  list.onChange((ids) => {
    for (const id of ids) entries.delete(id);
    tellSoon();
  });

  note.subscribe((state, before) => {
    const known = record(state.id);
    if (known === undefined) return;
    list.put([recordOf(known, state)]);
    if (state.id === before.id && state.reading.phase === before.reading.phase) return;
    entries.delete(state.id);
    if (state.reading.phase === "done" || state.reading.phase === "idle") queue.settle(state.id);
    if (state.reading.phase !== "reading") queue.wake();
    tellSoon();
  });

  /** Takes the note onto the screen; what to do with the one that leaves it is the caller's. */
  const show = (next: NoteRecord) => {
    reader.leave();
    if (view.getState().undo?.what !== "removed") undoOffer.withdraw();
    view.setState({ mode: "reading", current: undefined, card: undefined, cardPinned: false, said: undefined });
    const left = openId();
    noteText.open(shownNote(next));
    for (const id of [left, next.id]) entries.delete(id);
    if (isUnread(next)) reader.schedule("now");
  };
  /** The note that has just left the screen: an untouched empty one is not worth a line, an unread one is read later. */
  const putAside = (id: string) => {
    const left = record(id);
    if (left === undefined) return;
    if (isBlank(left.text) && left.name === UNNAMED) {
      queue.drop([id]);
      list.remove([id]);
    } else if (isUnread(left)) {
      queue.add([id]);
    }
  };
  const open = (id: string) => {
    const [next, left] = [record(id), openId()];
    if (next === undefined || id === left) return;
    show(next);
    putAside(left);
    tell();
  };

  const recordFor = ({ name, text, date, reading, corrections }: IncomingNote): NoteRecord => {
    const ownText = asFieldText(text);
    const ownName = name.trim() === "" ? noteName(ownText) : name.trim();
    return { id: newId(), name: ownName, text: ownText, ...(date !== undefined && { date }), addedAtMs: clock.now(), reading, corrections: corrections ?? [] };
  };

  const workspace: Workspace = {
    store,
    records: list.records,
    record,
    open,
    step(by) {
      const ids = list.records().map(({ id }) => id);
      const next = ids[ids.indexOf(openId()) + by];
      if (next !== undefined) open(next);
    },
    add(notes) {
      const added = notes.map(recordFor);
      if (unreadIds().length === 0) readOn(true); // what was stopped is over
      list.put(added);
      const [first] = added;
      if (first && isBlank(note.getState().text)) open(first.id);
      queue.add(added.filter((one) => isUnread(one) && one.id !== openId()).map(({ id }) => id));
      tell();
      return added.map(({ id }) => id);
    },
    startNew() {
      if (isBlank(note.getState().text) && record(openId())?.name === UNNAMED) return;
      const fresh = blank();
      list.put([fresh]);
      open(fresh.id);
    },
    remove(ids) {
      const gone = new Set(ids);
      const before = list.records();
      const at = before.findIndex(({ id }) => id === openId());
      const openGoes = gone.has(openId());
      if (openGoes) {
        const next = [...before.slice(at), ...before.slice(0, at).reverse()].find(({ id }) => !gone.has(id)) ?? blank();
        list.put([next]);
        show(next);
      }
      const wasOpen = before[at]?.id;
      queue.drop(ids);
      const removed = list.remove(ids);
      tell();
      if (removed.length === 0) return;
      undoOffer.make({ what: "removed", notes: removed.length }, () => {
        list.insert(removed);
        queue.add(removed.filter((one) => isUnread(one.record)).map((one) => one.record.id));
        if (openGoes && wasOpen !== undefined) open(wasOpen);
        tell();
      });
    },
    rename(id, name) {
      const before = record(id);
      if (before === undefined) return;
      list.put([{ ...before, name: name.trim() === "" ? noteName(before.text) : name.trim() }]);
      tell();
    },
    readAgain(ids) {
      const others = ids.filter((id) => id !== openId());
      if (others.length < ids.length) reader.again();
      list.put(others.flatMap((id) => record(id) ?? []).map((one) => ({ ...one, reading: undefined })));
      queue.add(others);
      tell();
    },
    setCorrections(id, corrections) {
      const before = record(id);
      if (before === undefined) return;
      if (id === openId()) noteText.setCorrections(corrections);
      else list.put([{ ...before, corrections }]);
      tell();
    },
    pause() {
      readOn(false);
      queue.pause();
    },
    resume() {
      readOn(true);
      if (queue.state().phase === "idle") queue.add(unreadIds());
      queue.resume();
    },
    cancel() {
      readOn(false);
      queue.cancel();
    },
  };

  return {
    workspace,
    list,
    restore(notes, wanted) {
      const lastPlace = notes.reduce((last, { place }) => Math.max(last, place), 0);
      const here = list.records().flatMap(({ id }) => list.get(id) ?? []);
      list.insert([...notes, ...here.map((one) => ({ ...one, place: lastPlace + one.place }))]);
      const wasBlank = isBlank(note.getState().text);
      const next = record(wanted ?? "") ?? notes[0]?.record;
      if (wasBlank && next) open(next.id);
      if (preferences.read().readOn) queue.add(notes.filter((one) => isUnread(one.record) && one.record.id !== openId()).map((one) => one.record.id));
      tell();
    },
    clear() {
      queue.cancel();
      const ids = list.records().map(({ id }) => id);
      const fresh = blank();
      list.put([fresh]);
      show(fresh);
      list.remove(ids);
      undoOffer.withdraw();
      tell();
    },
  };
}
