import { goldNotes, silverNotes } from "../../app/compare/labelled-notes.ts";
import type { SideBySide } from "../../app/compare/side-by-side.ts";
import { corpusLines, type LabelledNote } from "../../app/compare/take-away.ts";
import { formatNumber } from "../../app/words.ts";
import controls from "../controls.module.css";
import { useCompare } from "./compare-context.ts";
import styles from "./ComparePage.module.css";
import { saveText } from "./save-text.ts";

/** Labels as files: gold where everything is decided, silver of each reader. */
export function TakeAwayPanel({ seen }: { readonly seen: SideBySide }) {
  const { store } = useCompare();
  const state = store.getState();
  const { pair, layers } = seen;
  const gold = goldNotes(state, pair);
  const save = (notes: readonly LabelledNote[], name: string) => saveText(corpusLines(notes), `chartlight-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "")}.jsonl`);
  return (
    <section className={styles.panel} aria-labelledby="take-title">
      <h2 id="take-title">Take away</h2>
      <p className={styles.soft}>
        JSON lines that the training reads as they are, with the notes in them as they are: identifiers too. They are made on this machine
        and go nowhere but into the file.
      </p>
      <div className={styles.row}>
        <button type="button" className={controls.strong} disabled={gold.length === 0} onClick={() => save(gold, "gold")}>
          Gold: {formatNumber(gold.length, "note")}
        </button>
        {gold.length === 0 ? <span className={styles.soft}>Decide what is open in a note first.</span> : null}
      </div>
      <div className={styles.row}>
        {layers
          .filter(({ provenance }) => provenance.kind !== "reviewer")
          .map((layer) => (
            <button key={layer.id} type="button" className={controls.outlined} onClick={() => save(silverNotes(state, layer), `silver ${layer.name}`)}>
              Silver: {layer.name}
            </button>
          ))}
      </div>
    </section>
  );
}
