import { useMemo } from "react";
import type { SideBySide } from "../../app/compare/side-by-side.ts";
import { KIND_NAMES } from "../../app/compare/mark-facts.ts";
import { formatCount, TYPE_HEADINGS } from "../../app/words.ts";
import { agreementOf } from "../../core/compare/agreement.ts";
import type { Kappa } from "../../core/compare/kappa.ts";
import { COMPARISON_KINDS } from "../../core/compare/pair.ts";
import type { SpanScore } from "../../core/metrics.ts";
import { ENTITY_TYPES } from "../../core/types.ts";
import styles from "./ComparePage.module.css";

/** How far the two agree in this note. */
export function AgreementPanel({ seen }: { readonly seen: SideBySide }) {
  const { note, pair } = seen;
  const agreement = useMemo(() => agreementOf([{ text: note.text, left: pair.left.mentions, right: pair.right.mentions }]), [note.text, pair.left.mentions, pair.right.mentions]);
  const { kinds, spans, words, assertion } = agreement;
  const rows = [
    ...ENTITY_TYPES.map((type) => ({ name: TYPE_HEADINGS[type], strict: spans.strict[type], overlap: spans.overlap[type], kappa: words[type] })),
    { name: "All", strict: spans.strict.micro, overlap: spans.overlap.micro, kappa: words.all },
  ];
  return (
    <section className={styles.panel} aria-labelledby="agreement-title">
      <h2 id="agreement-title">Agreement</h2>
      <p>
        {COMPARISON_KINDS.filter((kind) => kinds[kind] > 0)
          .map((kind) => `${formatCount(kinds[kind])} ${KIND_NAMES[kind]}`)
          .join(", ") || "Neither has a mention."}
      </p>
      <div className={styles.scroll} role="region" aria-label="Agreement by type" tabIndex={0}>
        <table className={styles.table}>
          <caption>
            {pair.left.name} taken as the truth, {pair.right.name} measured by it. Exact: same words and type. Overlapping: same type, at least
            a shared character. Kappa: over the words of the note.
          </caption>
          <thead>
            <tr>
              <th scope="col">Type</th>
              <th scope="col">Precision</th>
              <th scope="col">Recall</th>
              <th scope="col">F1, exact</th>
              <th scope="col">F1, overlapping</th>
              <th scope="col">Kappa</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, strict, overlap, kappa }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{share(strict, "precision")}</td>
                <td>{share(strict, "recall")}</td>
                <td>{share(strict, "f1")}</td>
                <td>{share(overlap, "f1")}</td>
                <td>{describeKappa(kappa)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.soft}>
        Assertions, where words and type agree: {spans.assertion === undefined ? "nothing to compare" : `${percent(spans.assertion.accuracy)} the same`}, kappa{" "}
        {describeKappa(assertion)}.
      </p>
    </section>
  );
}

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

/** A rate of nothing is no rate. */
const share = (score: SpanScore | undefined, rate: "precision" | "recall" | "f1"): string =>
  score === undefined || score.counts.found + score.counts.gold === 0 ? "–" : percent(score.rates[rate]);

const describeKappa = ({ kappa }: Kappa): string => (kappa === undefined ? "–" : kappa.toFixed(2));
