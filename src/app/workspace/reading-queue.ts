/**
 * Reads waiting notes one after the other with the one engine, while nothing else wants it: the open note always wins.
 * A reading that it ends begins again later; its chunks are in the engine's cache.
 */

import type { NoteFinding } from "../../core/note-record.ts";
import type { Clock } from "../clock.ts";
import type { EngineClient } from "../engine-client.ts";
import { createQueuePace } from "./queue-pace.ts";
import type { Queue } from "./workspace.ts";

/** A note on which the engine dies that often is given up. Fewer than the engine's own restarts, so that the others are read. */
const CRASHES_A_NOTE = 2;

export interface ReadingQueueOptions {
  readonly engine: EngineClient;
  readonly clock: Clock;
  /** Undefined: the note is gone. */
  readonly textOf: (id: string) => string | undefined;
  readonly openId: () => string;
  /** Whether the open note wants the engine. */
  readonly isBusy: () => boolean;
  /** What was found in this very text. */
  readonly onRead: (id: string, finding: NoteFinding) => void;
  /** Something that `state` or `activity` tells has changed, for these notes at least. */
  readonly onChange: (ids: readonly string[]) => void;
}

export interface ReadingQueue {
  readonly state: () => Queue;
  readonly activity: (id: string) => "reading" | "failed" | undefined;
  /** Behind the others; a note that failed gets a new try. */
  readonly add: (ids: readonly string[]) => void;
  /** The note was read elsewhere (it was open), or failed there. */
  readonly settle: (id: string) => void;
  readonly drop: (ids: readonly string[]) => void;
  /** The engine may be free now. */
  readonly wake: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly cancel: () => void;
}

export function createReadingQueue(options: ReadingQueueOptions): ReadingQueue {
  const { engine, clock, textOf, openId, isBusy, onRead, onChange } = options;
  /** Their lengths. A note leaves when it is settled, so one whose reading was ended is still in its place. */
  const waiting = new Map<string, number>();
  const failed = new Set<string>();
  let characters = 0; // of the waiting ones
  let done = 0;
  let paused = false;
  let pace = createQueuePace();
  let current: { readonly id: string; crashes: number } | undefined;
  let lastRevision = 0;

  const take = (id: string): boolean => {
    characters -= waiting.get(id) ?? 0;
    const wasThere = waiting.delete(id);
    if (wasThere && waiting.size === 0) end();
    return wasThere;
  };
  const end = () => {
    waiting.clear();
    characters = 0;
    done = 0;
    paused = false;
    pace = createQueuePace();
  };
  const settle = (id: string) => {
    done++; // first: the last one ends the run
    if (!take(id)) done--;
    onChange([id]);
  };
  const next = (): string | undefined => {
    if (paused || isBusy() || engine.state.getState().phase !== "ready") return undefined;
    for (const id of waiting.keys()) if (id !== openId()) return id;
    return undefined;
  };

  const read = async (id: string, text: string): Promise<void> => {
    current = { id, crashes: 0 };
    onChange([id]);
    const startedAtMs = clock.now();
    const result = await engine.read({ revision: ++lastRevision, text, visible: { start: 0, end: 0 } }, () => undefined);
    current = undefined;
    const isStillWanted = waiting.has(id) && textOf(id) === text && id !== openId();
    if (!isStillWanted) {
      onChange([id]);
    } else if (!result.ok) {
      failed.add(id);
      settle(id);
    } else if (result.value.kind === "done") {
      pace.add(text.length, clock.now() - startedAtMs);
      onRead(id, { mentions: result.value.mentions, provenance: result.value.provenance });
      settle(id);
    } else {
      onChange([id]);
    }
  };
  const wake = async (): Promise<void> => {
    while (current === undefined) {
      const id = next();
      if (id === undefined) return;
      const text = textOf(id);
      if (text === undefined) take(id);
      else await read(id, text);
    }
  };

  engine.state.subscribe((state, before) => {
    if (state.phase === "ready") clock.after(0, () => void wake()); // when the engine has taken up what was pending
    if (state.phase !== "restarting" || before.phase === "restarting" || current === undefined) return;
    if (++current.crashes < CRASHES_A_NOTE) return;
    const { id } = current;
    failed.add(id);
    settle(id);
    engine.cancel();
  });

  return {
    state() {
      if (waiting.size === 0) return { phase: "idle" };
      const timeLeftMs = paused ? undefined : pace.timeLeftMs(characters);
      return { phase: paused ? "paused" : "running", done, total: done + waiting.size, timeLeftMs };
    },
    activity: (id) => (current?.id === id ? "reading" : failed.has(id) ? "failed" : undefined),
    add(ids) {
      for (const id of ids) {
        const text = textOf(id);
        failed.delete(id);
        if (text === undefined || waiting.has(id)) continue;
        waiting.set(id, text.length);
        characters += text.length;
      }
      onChange(ids);
      void wake();
    },
    settle(id) {
      failed.delete(id);
      if (waiting.has(id)) settle(id);
    },
    drop(ids) {
      for (const id of ids) {
        failed.delete(id);
        take(id);
      }
      onChange(ids);
    },
    wake: () => void wake(),
    pause() {
      if (waiting.size === 0) return;
      paused = true;
      if (current) engine.cancel();
      onChange([]);
    },
    resume() {
      paused = false;
      onChange([]);
      void wake();
    },
    cancel() {
      const ids = [...waiting.keys()];
      end();
      if (current) engine.cancel();
      onChange(ids);
    },
  };
}
