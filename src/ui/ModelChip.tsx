import { useStore } from "zustand/react";
import { describeDevice } from "../app/status.ts";
import type { EngineState } from "../app/engine-client.ts";
import { useChartlight } from "./app-context.ts";
import styles from "./ModelChip.module.css";
import { ModelPanel } from "./ModelPanel.tsx";
import popover from "./Popover.module.css";

/** Which model reads, and on what; opens what is known about it. */
export function ModelChip() {
  const { engine } = useChartlight();
  const state = useStore(engine);
  return (
    <>
      <button type="button" className={styles.chip} popoverTarget="model" data-phase={state.phase}>
        <span className={styles.dot} aria-hidden="true" />
        <span className={styles.spoken}>Model: </span>
        {describeChip(state)}
      </button>
      <div id="model" popover="auto" className={popover.popover}>
        <ModelPanel />
      </div>
    </>
  );
}

function describeChip(state: EngineState) {
  switch (state.phase) {
    case "ready":
      return (
        <>
          <span className={styles.model}>{state.info.modelName}</span>
          <span className={styles.device}>{describeDevice(state.info)}</span>
        </>
      );
    case "loading":
      return "loading";
    case "restarting":
      return "restarting";
    case "failed":
      return "not running";
  }
}
