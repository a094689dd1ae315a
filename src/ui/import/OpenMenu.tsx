import { useRef } from "react";
import { useChartlight } from "../app-context.ts";
import controls from "../controls.module.css";
import styles from "../Popover.module.css";
import { moveFocus } from "../roving-focus.ts";
import { pickFiles } from "../pick-files.ts";

const CHOICES = [
  { what: "files", title: "Open files", about: "Text, Word, PDF, CSV, JSON lines, .zip; several at once" },
  { what: "folder", title: "Open a folder", about: "With all the folders in it" },
] as const;

/** Ways to bring one's own notes. */
export function OpenMenu() {
  const { importNotes } = useChartlight();
  const ref = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" className={controls.quiet} popoverTarget="open">
        Open
      </button>
      <div ref={ref} id="open" popover="auto" className={`${styles.popover ?? ""} ${styles.left ?? ""}`}>
        <ul onKeyDown={moveFocus}>
          {CHOICES.map(({ what, title, about }) => (
            <li key={what}>
              <button
                type="button"
                className={styles.choice}
                onClick={() => {
                  ref.current?.hidePopover();
                  pickFiles(what, (files) => void importNotes.takeFiles(files));
                }}
              >
                <strong>{title}</strong>
                <span>{about}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
