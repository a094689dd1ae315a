import { useEffect, useRef } from "react";
import controls from "./controls.module.css";
import { CloseIcon } from "./icons.tsx";
import { NoteRail } from "./NoteRail.tsx";
import styles from "./RailSheet.module.css";
import { UndoOffer } from "./UndoOffer.tsx";

/** The notes on a narrow screen: over the lower half, with the open note in sight above. Opening a note closes it. */
export function NotesSheet({ onClose }: { readonly onClose: () => void }) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => ref.current?.show(), []);
  return (
    <dialog ref={ref} className={styles.sheet} aria-label="Notes" onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <div className={styles.head}>
        <h2>Notes</h2>
        <UndoOffer />
        <button type="button" className={controls.icon} aria-label="Close" onClick={onClose}>
          <CloseIcon />
        </button>
      </div>
      <NoteRail onOpened={onClose} inSheet />
    </dialog>
  );
}
