import { useEffect, useRef } from "react";
import { KIND_NAMES, kindOfKnot } from "../../app/compare/mark-facts.ts";
import type { SideBySide } from "../../app/compare/side-by-side.ts";
import { ASSERTION_NAMES, formatNumber } from "../../app/words.ts";
import type { AdjudicationChoice } from "../../core/compare/adjudicate.ts";
import type { Mention } from "../../core/types.ts";
import controls from "../controls.module.css";
import { useCompare } from "./compare-context.ts";
import styles from "./Comparison.module.css";

/** The differences, one after the other, each with its decision. */
export function DifferenceList({ seen, current }: { readonly seen: SideBySide; readonly current: number | undefined }) {
  const { differences, open, gold } = seen;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector("[data-current]")?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <section className={styles.differences} aria-labelledby="differences-title">
      <h3 id="differences-title">Differences</h3>
      <p className={styles.soft}>
        Gold has {formatNumber(gold.length, "mention")}
        {open.length === 0 ? "; nothing is open." : `; ${open.length} of ${differences.length} open.`}
      </p>
      <ol ref={list} className={styles.list}>
        {differences.map((knot) => (
          <Difference key={knot} knot={knot} seen={seen} isCurrent={knot === current} />
        ))}
      </ol>
    </section>
  );
}

function Difference({ knot, seen, isCurrent }: { readonly knot: number; readonly seen: SideBySide; readonly isCurrent: boolean }) {
  const { curation } = useCompare();
  const { note, pair, history } = seen;
  const { knots, choices } = history.present;
  const tied = knots[knot];
  const choice = choices[knot];
  if (tied === undefined) return null;
  const take = (kind: "left" | "right" | "neither") => {
    curation.goTo(knot);
    curation.decide(choice?.kind === kind ? undefined : { kind });
  };
  return (
    <li className={styles.difference} data-current={isCurrent ? "" : undefined} data-decided={choice?.kind}>
      <button type="button" className={styles.place} aria-current={isCurrent ? "true" : undefined} onClick={() => curation.goTo(knot)}>
        <span className={styles.kind} data-kind={kindOfKnot(tied)}>
          {KIND_NAMES[kindOfKnot(tied)]}
        </span>
        <span className={styles.verdict}>{describeChoice(choice)}</span>
      </button>
      <dl className={styles.readings}>
        <dt>{pair.left.name}</dt>
        <dd>
          <Mentions text={note.text} mentions={tied.left} />
        </dd>
        <dt>{pair.right.name}</dt>
        <dd>
          <Mentions text={note.text} mentions={tied.right} />
        </dd>
      </dl>
      <div className={styles.choices}>
        <button type="button" className={controls.outlined} aria-pressed={choice?.kind === "left"} aria-keyshortcuts="l" onClick={() => take("left")}>
          Left {isCurrent ? <kbd>L</kbd> : null}
        </button>
        <button type="button" className={controls.outlined} aria-pressed={choice?.kind === "right"} aria-keyshortcuts="r" onClick={() => take("right")}>
          Right {isCurrent ? <kbd>R</kbd> : null}
        </button>
        <button type="button" className={controls.outlined} aria-pressed={choice?.kind === "neither"} aria-keyshortcuts="x" onClick={() => take("neither")}>
          Neither {isCurrent ? <kbd>X</kbd> : null}
        </button>
      </div>
    </li>
  );
}

function describeChoice(choice: AdjudicationChoice<Mention> | undefined): string {
  switch (choice?.kind) {
    case undefined:
      return "open";
    case "left":
      return "left taken";
    case "right":
      return "right taken";
    case "neither":
      return "neither taken";
    case "edited":
      return "changed by hand";
  }
}

function Mentions({ text, mentions }: { readonly text: string; readonly mentions: readonly Mention[] }) {
  if (mentions.length === 0) return <span className={styles.soft}>nothing here</span>;
  return (
    <>
      {mentions.map(({ start, end, type, assertion }) => (
        <span key={start} className={styles.reading} data-type={type}>
          <span className={styles.words}>{text.slice(start, end).replace(/\s+/g, " ")}</span> {type}, {ASSERTION_NAMES[assertion]}
        </span>
      ))}
    </>
  );
}
