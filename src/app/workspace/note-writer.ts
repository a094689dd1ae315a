/** Writes what changes in the list to the storage: at once, in batches when much changes, a text that is being typed after a pause. */

import type { NoteRecord } from "../../core/note-record.ts";
import type { NoteChanges, NoteStorage } from "../../storage/note-storage.ts";
import type { Clock } from "../clock.ts";
import type { ListedNote, NoteList } from "./note-list.ts";

const TYPING_PAUSE_MS = 300;
/** After a refusal, unless something was removed. */
const RETRY_MS = 5_000;
/** Notes in one transaction. */
const BATCH = 100;

export interface Kept {
  readonly notes: number;
  /** As they would be written in JSON: what the browser needs for them is of that order. */
  readonly sizeBytes: number;
}

export interface NoteWriterOptions {
  readonly storage: NoteStorage;
  readonly list: NoteList;
  readonly openId: () => string;
  readonly clock: Clock;
  readonly onKept: (kept: Kept) => void;
  /** A write was refused; what it held is tried again later. */
  readonly onRefused: (error: unknown) => void;
}

export interface NoteWriter {
  /** These notes are stored as they are here. */
  readonly adopt: (notes: readonly ListedNote[]) => void;
  /** These notes may have changed. */
  readonly touch: (ids: readonly string[]) => void;
  /** Another note is open now. */
  readonly touchOpen: () => void;
  /** Writes all that waits. Resolves when it is kept. @throws Failure of the storage; all that waits goes on to wait */
  readonly flush: () => Promise<void>;
  /** Writes nothing any more, and forgets what it knows of the storage. Resolves when the write under way has ended. */
  readonly stop: () => Promise<void>;
}

interface Written extends ListedNote {
  readonly sizeBytes: number;
}

export function createNoteWriter({ storage, list, openId, clock, onKept, onRefused }: NoteWriterOptions): NoteWriter {
  const written = new Map<string, Written>();
  const waiting = new Set<string>();
  let openIsNew = false;
  let sizeBytes = 0;
  let writing: Promise<void> | undefined;
  let takeBack: (() => void) | undefined;
  let refusedAtMs = -Infinity;

  const isNew = (id: string): boolean => {
    const [now, before] = [list.get(id), written.get(id)];
    return now?.record !== before?.record || now?.place !== before?.place;
  };
  const isTyping = (id: string): boolean => {
    const [now, before] = [list.get(id), written.get(id)];
    return id === openId() && now !== undefined && before !== undefined && now.record.text !== before.record.text;
  };
  const remember = (notes: readonly ListedNote[]) => {
    for (const note of notes) {
      forget(note.record.id);
      const size = jsonSize(note.record);
      written.set(note.record.id, { ...note, sizeBytes: size });
      sizeBytes += size;
    }
  };
  const forget = (id: string) => {
    sizeBytes -= written.get(id)?.sizeBytes ?? 0;
    written.delete(id);
  };

  const writeBatch = async (): Promise<void> => {
    // What goes makes room, so it must not fail with what comes.
    const gone = [...waiting].filter((id) => !list.get(id));
    const ids = (gone.length > 0 ? gone : [...waiting]).slice(0, BATCH);
    for (const id of ids) waiting.delete(id);
    const tellOpen = openIsNew && gone.length === 0;
    if (tellOpen) openIsNew = false;
    const now = ids.flatMap((id) => list.get(id) ?? []);
    const removed = ids.filter((id) => !list.get(id) && written.has(id));
    try {
      await storage.write({ ...differences(now, written), removed, openId: tellOpen ? openId() : undefined });
    } catch (error) {
      for (const id of ids) waiting.add(id);
      openIsNew ||= tellOpen;
      throw error;
    }
    for (const id of removed) forget(id);
    remember(now);
    onKept({ notes: written.size, sizeBytes });
  };
  const writeAll = async (): Promise<void> => {
    while (waiting.size > 0 || openIsNew) await writeBatch();
  };
  const flush = (): Promise<void> => {
    if (writing) return writing;
    takeBack?.();
    takeBack = undefined;
    writing = writeAll().finally(() => {
      writing = undefined;
    });
    return writing;
  };
  const tryFlush = () => {
    if (writing) return; // it takes along what waits now
    flush().catch((error: unknown) => {
      refusedAtMs = clock.now();
      onRefused(error);
    });
  };
  /** At once means without a timer: those of a hidden page may be a minute late. */
  const flushSoon = (ms: number) => {
    const isHeld = clock.now() < refusedAtMs + RETRY_MS && [...waiting].every((id) => list.get(id));
    const delayMs = isHeld ? RETRY_MS : ms;
    if (delayMs === 0) tryFlush();
    else takeBack ??= clock.after(delayMs, tryFlush);
  };

  return {
    adopt(notes) {
      remember(notes);
      onKept({ notes: written.size, sizeBytes });
    },
    touch(ids) {
      for (const id of ids) if (isNew(id)) waiting.add(id);
      if (waiting.size === 0) return;
      flushSoon(ids.length === 1 && isTyping(ids[0] ?? "") ? TYPING_PAUSE_MS : 0);
    },
    touchOpen() {
      openIsNew = true;
      flushSoon(0);
    },
    flush,
    async stop() {
      takeBack?.();
      takeBack = undefined;
      waiting.clear();
      openIsNew = false;
      await writing?.catch(() => undefined);
      waiting.clear(); // what that write could not keep
      openIsNew = false;
      written.clear();
      sizeBytes = 0;
      refusedAtMs = -Infinity;
    },
  };
}

/** Only the parts that are not written yet: values are never changed in place, so identity tells. */
function differences(now: readonly ListedNote[], written: ReadonlyMap<string, ListedNote>): Pick<NoteChanges, "notes" | "findings" | "corrections"> {
  const before = (id: string) => written.get(id)?.record;
  const hasNewHead = ({ record, place }: ListedNote) => {
    const old = before(record.id);
    return old?.text !== record.text || old.name !== record.name || old.date !== record.date || written.get(record.id)?.place !== place;
  };
  return {
    notes: now.filter(hasNewHead),
    findings: now.filter(({ record }) => before(record.id)?.reading !== record.reading).map(({ record }) => [record.id, record.reading]),
    corrections: now.filter(({ record }) => (before(record.id)?.corrections ?? NONE) !== record.corrections).map(({ record }) => [record.id, record.corrections]),
  };
}

const NONE: NoteRecord["corrections"] = [];

const jsonSize = ({ name, text, reading, corrections }: NoteRecord): number => JSON.stringify([name, text, reading, corrections]).length;
