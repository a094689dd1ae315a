import { useEffect, useId, useRef, type ReactNode } from "react";
import controls from "./controls.module.css";
import styles from "./Dialog.module.css";
import { CloseIcon } from "./icons.tsx";

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** As wide as charts and tables need. */
  readonly wide?: boolean;
}

/** A modal dialog, open as long as it is rendered. Escape, its button and a click beside it close it. */
export function Dialog({ title, onClose, children, wide = false }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={wide ? `${styles.dialog ?? ""} ${styles.wide ?? ""}` : styles.dialog}
      aria-labelledby={titleId}
      onCancel={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      <div className={styles.body}>
        <div className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className={controls.icon} aria-label="Close" onClick={onClose}>
            <CloseIcon />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
