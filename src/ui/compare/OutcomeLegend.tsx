import { KIND_NAMES } from "../../app/compare/mark-facts.ts";
import { TYPE_HEADINGS } from "../../app/words.ts";
import { COMPARISON_KINDS } from "../../core/compare/pair.ts";
import { ENTITY_TYPES } from "../../core/types.ts";
import mark from "../MentionMark.module.css";
import styles from "./Comparison.module.css";

/** What the marks of a comparison mean: the colour is the type, the frame and its sign say how the two stand to each other. */
export function OutcomeLegend({ left, right }: { readonly left: string; readonly right: string }) {
  return (
    <ul className={styles.legend} aria-label="What the marks mean">
      {ENTITY_TYPES.map((type) => (
        <li key={type} data-type={type}>
          <span className={styles.swatch} aria-hidden="true" />
          {TYPE_HEADINGS[type]}
        </li>
      ))}
      {COMPARISON_KINDS.map((kind) => (
        <li key={kind}>
          <span className={`${mark.mark ?? ""} ${styles.mark ?? ""} ${styles.sample ?? ""}`} data-kind={kind} data-assertion="present" aria-hidden="true">
            {"\u2003"}
          </span>
          {kind === "only-left" ? `only ${left}` : kind === "only-right" ? `only ${right}` : KIND_NAMES[kind]}
        </li>
      ))}
    </ul>
  );
}
