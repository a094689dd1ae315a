import { useStore } from "zustand/react";
import type { ComparedNote } from "../../app/compare/compare-store.ts";
import { describeStatus } from "../../app/status.ts";
import controls from "../controls.module.css";
import { useCompare } from "./compare-context.ts";

/** What the student does, in one line. */
export function StudentStatus({ note }: { readonly note: ComparedNote }) {
  const { engine, startEngine } = useCompare();
  const engineState = useStore(engine);
  const { reading, mentions } = note.student;
  const { state, text } = describeStatus({ engine: engineState, note: { reading, mentions }, secondsLeft: undefined });
  return (
    <p role="status" data-state={state}>
      {text}
      {state === "failed" ? (
        <button type="button" className={controls.outlined} onClick={startEngine}>
          Try again
        </button>
      ) : null}
    </p>
  );
}
