import { memo, useMemo } from "react";
import type { LayerPair } from "../../app/compare/layers.ts";
import type { MarkFact } from "../../app/compare/mark-facts.ts";
import { overlayBlock } from "../../app/compare/overlay.ts";
import { mentionsByBlock, splitBlocks, type Block } from "../../core/segments.ts";
import type { Mention } from "../../core/types.ts";
import { useCompare } from "./compare-context.ts";
import styles from "./Comparison.module.css";
import { knotAt } from "./knot-at.ts";

type Facts = ReadonlyMap<Mention, MarkFact>;

export interface OverlaidNoteTextProps {
  readonly text: string;
  readonly pair: LayerPair;
  readonly left: Facts;
  readonly right: Facts;
  readonly current: number | undefined;
}

/** The note once: the left reader's marks are lines above the words, the right reader's lines below them. */
export function OverlaidNoteText({ text, pair, left, right, current }: OverlaidNoteTextProps) {
  const { curation } = useCompare();
  const blocks = useMemo(() => splitBlocks(text), [text]);
  const lefts = useMemo(() => mentionsByBlock(blocks, pair.left.mentions), [blocks, pair.left]);
  const rights = useMemo(() => mentionsByBlock(blocks, pair.right.mentions), [blocks, pair.right]);
  const isIn = (mentions: readonly Mention[], facts: Facts) => mentions.some((mention) => facts.get(mention)?.knot === current);
  return (
    <section
      className={styles.sheet}
      aria-label={`${pair.left.name} above the words, ${pair.right.name} below them`}
      onClick={(event) => {
        const knot = knotAt(event.target);
        if (knot !== undefined) curation.goTo(knot);
      }}
    >
      <h3>
        {pair.left.name} above, {pair.right.name} below
      </h3>
      <div className={styles.text}>
        {blocks.map((block, i) => {
          const [l, r] = [lefts[i] ?? [], rights[i] ?? []];
          return <OverlaidLine key={block.start} {...{ block, l, r, left, right }} current={isIn(l, left) || isIn(r, right) ? current : undefined} />;
        })}
      </div>
    </section>
  );
}

interface OverlaidLineProps {
  readonly block: Block;
  readonly l: readonly Mention[];
  readonly r: readonly Mention[];
  readonly left: Facts;
  readonly right: Facts;
  readonly current: number | undefined;
}

const OverlaidLine = memo(function OverlaidLine({ block, l, r, left, right, current }: OverlaidLineProps) {
  return (
    <div>
      {overlayBlock(block, l, r).map((piece, i) => {
        const fact = (piece.left && left.get(piece.left)) ?? (piece.right && right.get(piece.right));
        if (fact === undefined) return piece.text;
        return (
          <mark key={i} className={styles.over} data-knot={fact.knot} data-kind={fact.kind} data-current={fact.knot === current ? "" : undefined}>
            <span className={styles.above} data-type={piece.left?.type} data-assertion={piece.left?.assertion}>
              <span className={styles.below} data-type={piece.right?.type} data-assertion={piece.right?.assertion}>
                {piece.text}
              </span>
            </span>
          </mark>
        );
      })}
    </div>
  );
});
