import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand/react";
import { describeStatus, type Status } from "../app/status.ts";
import { secondsLeft, type PaceSample } from "../app/time-left.ts";
import { useChartlight } from "./app-context.ts";

/** A screen reader is told at most this often how far things are; a change of state is told at once. */
const SPOKEN_EVERY_MS = 1000;

/** The status as shown: numbers that run move once a second, everything else at once. */
export function useStatus(): Status {
  const { engine, note, clock } = useChartlight();
  const engineState = useStore(engine);
  const noteState = useStore(note);
  const firstSample = useRef<PaceSample>(undefined);
  const [status, setStatus] = useState<Status>(() => describeStatus({ engine: engineState, note: noteState, secondsLeft: undefined }));
  const shownAt = useRef(0);

  useEffect(() => {
    const nowMs = clock.now();
    let left: number | undefined;
    if (engineState.phase === "loading" && engineState.progress?.step === "files") {
      const { loadedBytes, totalBytes } = engineState.progress;
      const sample = { atMs: nowMs, loadedBytes };
      firstSample.current ??= sample;
      left = secondsLeft(firstSample.current, sample, totalBytes);
    } else {
      firstSample.current = undefined;
    }
    const next = describeStatus({ engine: engineState, note: noteState, secondsLeft: left });
    const show = () => {
      shownAt.current = clock.now();
      setStatus(next);
    };
    if (next.state !== status.state || next.progress === undefined) {
      if (next.state !== status.state || next.text !== status.text) show();
      return;
    }
    if (next.text === status.text && next.progress === status.progress) return;
    return clock.after(Math.max(0, shownAt.current + SPOKEN_EVERY_MS - nowMs), show);
  }, [engineState, noteState, clock, status]);

  return status;
}
