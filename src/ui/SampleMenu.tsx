import { useRef } from "react";
import { SAMPLES } from "../app/samples.ts";
import { useChartlight } from "./app-context.ts";
import controls from "./controls.module.css";
import styles from "./Popover.module.css";
import { moveFocus } from "./roving-focus.ts";

/** The sample notes, within reach when the field is no longer empty. */
export function SampleMenu() {
  const { bringNote } = useChartlight();
  const ref = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" className={controls.quiet} popoverTarget="samples">
        Samples
      </button>
      <div ref={ref} id="samples" popover="auto" className={`${styles.popover ?? ""} ${styles.left ?? ""}`}>
        <ul onKeyDown={moveFocus}>
          {SAMPLES.map(({ id, title, about, text }) => (
            <li key={id}>
              <button
                type="button"
                className={styles.choice}
                onClick={() => {
                  ref.current?.hidePopover();
                  bringNote(text);
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
