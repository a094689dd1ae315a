import { useEffect, useRef, type ReactNode } from "react";
import controls from "./controls.module.css";
import { CloseIcon } from "./icons.tsx";
import { Rail } from "./Rail.tsx";
import styles from "./RailSheet.module.css";

/** The rail on a narrow screen: over the lower half, with the note in sight above, so that one can walk the mentions. */
export function RailSheet({ onClose, tools }: { readonly onClose: () => void; readonly tools: ReactNode }) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => ref.current?.show(), []);
  return (
    <dialog
      ref={ref}
      className={styles.sheet}
      aria-label="Mentions by type"
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <div className={styles.head}>
        <h2>Mentions</h2>
        <button type="button" className={controls.icon} aria-label="Close" onClick={onClose}>
          <CloseIcon />
        </button>
      </div>
      {tools}
      <Rail />
    </dialog>
  );
}
