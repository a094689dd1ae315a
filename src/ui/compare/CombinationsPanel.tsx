import { useMemo } from "react";
import { combinationRows, MOST_READERS } from "../../app/compare/combinations-table.ts";
import { teacherLayers } from "../../app/compare/layers.ts";
import type { SideBySide } from "../../app/compare/side-by-side.ts";
import { useCompareState } from "./compare-context.ts";
import styles from "./ComparePage.module.css";

/** Every combination of the readers against gold: the file's, else what was adjudicated, once nothing is open. */
export function CombinationsPanel({ seen }: { readonly seen: SideBySide }) {
  const teachers = useCompareState((state) => state.teachers);
  const { note, layers, gold: adjudicated, open } = seen;
  const gold = note.gold ?? (open.length === 0 ? adjudicated : undefined);
  const rows = useMemo(() => {
    const readers = [...layers.filter(({ id }) => id === "student"), ...teacherLayers(note, teachers)];
    return gold === undefined || readers.length < 2 ? [] : combinationRows(readers, gold);
  }, [layers, note, teachers, gold]);
  return (
    <section className={styles.panel} aria-labelledby="combinations-title">
      <h2 id="combinations-title">Combinations against gold</h2>
      {rows.length === 0 ? (
        <p className={styles.soft}>Decide the open differences, or open a corpus file with labels: then each combination of readers is measured.</p>
      ) : (
        <div className={styles.scroll} role="region" aria-label="Scores by combination" tabIndex={0}>
          <table className={styles.table}>
            <caption>
              Exact words and type, against {note.gold === undefined ? "what you decided here" : "the gold of the file"}. One note says little.
              {` The first ${MOST_READERS} readers at most.`}
            </caption>
            <thead>
              <tr>
                <th scope="col">Readers</th>
                <th scope="col">Rule</th>
                <th scope="col">Precision</th>
                <th scope="col">Recall</th>
                <th scope="col">F1</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, rule, precision, recall, f1 }) => (
                <tr key={`${name} ${rule}`}>
                  <th scope="row">{name}</th>
                  <td>{rule}</td>
                  {[precision, recall, f1].map((value, i) => (
                    <td key={i}>{(100 * value).toFixed(1)} %</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
