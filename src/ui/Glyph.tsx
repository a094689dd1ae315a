import type { Assertion } from "../core/types.ts";
import styles from "./Glyph.module.css";

/** The sign of an assertion; present has none. Decorative: the word stands beside it or in a label. */
export function Glyph({ assertion }: { readonly assertion: Assertion }) {
  return assertion === "present" ? null : <span className={styles.glyph} data-assertion={assertion} aria-hidden="true" />;
}
