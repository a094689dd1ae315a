import { memo, useMemo } from "react";
import type { Layer } from "../../app/compare/layers.ts";
import type { MarkFact } from "../../app/compare/mark-facts.ts";
import { mentionsByBlock, segmentBlock, splitBlocks, type Block } from "../../core/segments.ts";
import type { Mention } from "../../core/types.ts";
import mark from "../MentionMark.module.css";
import { useCompare } from "./compare-context.ts";
import styles from "./Comparison.module.css";
import { knotAt } from "./knot-at.ts";

export interface ComparedNoteTextProps {
  readonly text: string;
  readonly layer: Layer;
  readonly facts: ReadonlyMap<Mention, MarkFact>;
  /** The knot that the user is at. */
  readonly current: number | undefined;
}

/** One side: the note with this reader's marks. Both sides have the same text in the same width, so they stay in step. */
export function ComparedNoteText({ text, layer, facts, current }: ComparedNoteTextProps) {
  const { curation } = useCompare();
  const blocks = useMemo(() => splitBlocks(text), [text]);
  const mentions = useMemo(() => mentionsByBlock(blocks, layer.mentions), [blocks, layer]);
  return (
    <section
      className={styles.sheet}
      aria-label={layer.name}
      onClick={(event) => {
        const knot = knotAt(event.target);
        if (knot !== undefined) curation.goTo(knot);
      }}
    >
      <h3>{layer.name}</h3>
      <div className={styles.text}>
        {blocks.map((block, i) => {
          const own = mentions[i] ?? [];
          return <ComparedLine key={block.start} block={block} mentions={own} facts={facts} current={own.some((mention) => facts.get(mention)?.knot === current) ? current : undefined} />;
        })}
      </div>
    </section>
  );
}

interface ComparedLineProps {
  readonly block: Block;
  readonly mentions: readonly Mention[];
  readonly facts: ReadonlyMap<Mention, MarkFact>;
  readonly current: number | undefined;
}

const ComparedLine = memo(function ComparedLine({ block, mentions, facts, current }: ComparedLineProps) {
  return (
    <div>
      {segmentBlock(block, mentions).map((segment, i) => {
        if (segment.kind === "text") return segment.text;
        const { mention, last, text } = segment;
        const fact = facts.get(mention);
        return (
          <mark
            key={i}
            className={`${mark.mark ?? ""} ${last ? (mark.last ?? "") : ""} ${styles.mark ?? ""}`}
            data-type={mention.type}
            data-assertion={mention.assertion}
            data-kind={fact?.kind}
            data-knot={fact?.knot}
            data-current={fact !== undefined && fact.knot === current ? "" : undefined}
          >
            {text}
          </mark>
        );
      })}
    </div>
  );
});
