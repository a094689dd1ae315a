import { ASSERTION_NAMES } from "../../app/words.ts";
import { ASSERTIONS } from "../../core/types.ts";
import { AssertionSegment } from "./AssertionSegment.tsx";
import styles from "./Summary.module.css";

/** What the forms of the bars mean: those of the marks. */
export function AssertionKey() {
  return (
    <span className={styles.key} data-type="none">
      {ASSERTIONS.map((assertion) => (
        <span key={assertion}>
          <svg className={styles.keyForm} width={26} height={16} aria-hidden="true">
            <AssertionSegment assertion={assertion} x={1} y={0} width={24} height={15} />
          </svg>
          {ASSERTION_NAMES[assertion]}
        </span>
      ))}
    </span>
  );
}
