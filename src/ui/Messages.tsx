import { useStore } from "zustand/react";
import { useChartlight, useNote, useView } from "./app-context.ts";
import controls from "./controls.module.css";
import { CloseIcon } from "./icons.tsx";
import styles from "./Messages.module.css";

/** Above the note: what went wrong, with a way on; what is worth knowing, until it is dismissed. */
export function Messages() {
  const { engine, model, reader, notices } = useChartlight();
  const engineState = useStore(engine);
  const reading = useNote((state) => state.reading);
  const shown = useView((state) => state.notices);
  return (
    <div className={styles.messages}>
      {engineState.phase === "failed" ? (
        <Trouble message={engineState.failure.message} onRetry={() => model.start(model.store.getState().device)} />
      ) : reading.phase === "failed" ? (
        <Trouble message={reading.failure.message} onRetry={reader.again} />
      ) : null}
      {shown.map(({ id, kind, message }) => (
        <div key={id} className={styles.message} data-kind={kind} role={kind === "failure" ? "alert" : "note"}>
          <p>{message}</p>
          <button type="button" className={controls.icon} aria-label="Dismiss" onClick={() => notices.dismiss(id)}>
            <CloseIcon />
          </button>
        </div>
      ))}
    </div>
  );
}

function Trouble({ message, onRetry }: { readonly message: string; readonly onRetry: () => void }) {
  return (
    <div className={styles.message} data-kind="failure" role="alert">
      <p>{message}</p>
      <button type="button" className={controls.outlined} onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
