/** One line that says how things stand, from the state of the engine and of the note. */

import type { EngineInfo, LoadProgress } from "../worker/api.ts";
import type { EngineState } from "./engine-client.ts";
import type { NoteState, Reading } from "./note-store.ts";
import { DEVICE_NAMES, formatBytes, formatCount, formatNumber } from "./words.ts";

export interface Status {
  readonly state: "idle" | "loading" | "reading" | "done" | "failed";
  readonly text: string;
  /** 0 to 1; undefined where there is no measure. */
  readonly progress: number | undefined;
}

export interface StatusInput {
  readonly engine: EngineState;
  readonly note: Pick<NoteState, "reading" | "mentions">;
  /** Of the model's download; undefined while it can't be told. */
  readonly secondsLeft: number | undefined;
}

export function describeStatus({ engine, note, secondsLeft }: StatusInput): Status {
  const { reading } = note;
  const waits = reading.phase === "reading";
  if (engine.phase === "failed") return { state: "failed", text: "The model is not running.", progress: undefined };
  if (engine.phase === "restarting") {
    return { state: "loading", text: "The engine stopped and is being started again.", progress: undefined };
  }
  if (engine.phase === "loading") {
    const progress = engine.progress?.step === "files" ? engine.progress.loadedBytes / Math.max(1, engine.progress.totalBytes) : undefined;
    const text = `${describeLoading(engine.progress, secondsLeft)}${waits ? " · your note comes next" : ""}`;
    return { state: "loading", text, progress };
  }
  switch (reading.phase) {
    case "idle":
      return { state: "idle", text: `ready · ${describeDevice(engine.info)}`, progress: undefined };
    case "failed":
      return { state: "failed", text: "The note could not be read.", progress: undefined };
    case "reading": {
      const progress = reading.doneChunks / Math.max(1, reading.totalChunks);
      return { state: "reading", text: `reading · ${formatCount(Math.floor(progress * 100))} %`, progress };
    }
    case "done":
      return { state: "done", text: describeDone(reading, note.mentions.length, engine.info), progress: undefined };
  }
}

export const describeDevice = (info: EngineInfo): string =>
  info.device === "wasm" ? `WASM, ${formatNumber(info.threads, "thread")}` : DEVICE_NAMES[info.device];

function describeLoading(progress: LoadProgress | undefined, secondsLeft: number | undefined): string {
  if (progress === undefined) return "loading the model";
  switch (progress.step) {
    case "engine":
      return "starting the engine";
    case "self-check":
      return "checking the engine";
    case "files": {
      const source = progress.fromCache ? "loading the model from this device" : "loading the model";
      const left = secondsLeft === undefined || progress.fromCache ? "" : ` · ${formatCount(secondsLeft)} s left`;
      return `${source} · ${formatBytes(progress.loadedBytes)} of ${formatBytes(progress.totalBytes)}${left}`;
    }
  }
}

/** The pace is told only where the whole note went through the network: a cached part would flatter it. */
function describeDone(reading: Extract<Reading, { phase: "done" }>, mentions: number, info: EngineInfo): string {
  if (reading.pace === undefined) return `done · ${formatNumber(mentions, "mention")} · read before`;
  const { chunks, inferredChunks, words, latencyMs } = reading.pace;
  const pace =
    inferredChunks === chunks && latencyMs > 0
      ? `${formatCount(words / (latencyMs / 1000))} words a second`
      : `${formatCount(latencyMs)} ms`;
  return `done · ${formatNumber(mentions, "mention")} · ${pace} · ${describeDevice(info)}`;
}
