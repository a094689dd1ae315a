import type { Assertion } from "../../core/types.ts";
import styles from "./Chart.module.css";

const TEXT_GLYPHS: Readonly<Partial<Record<Assertion, string>>> = { absent: "no", possible: "?", hypothetical: "if" };
/** The shapes of glyphs.css, 12 × 12. */
const SHAPE_GLYPHS: Readonly<Partial<Record<Assertion, string>>> = {
  past: "M6 0a6 6 0 1 1 0 12a6 6 0 1 1 0-12z M6 1.4a4.6 4.6 0 1 0 0 9.2a4.6 4.6 0 1 0 0-9.2z M5.3 2.8h1.4v2.9l2.1 1.3l-.7 1.2l-2.8-1.7z",
  "other-person": "M6 0a2.9 2.9 0 1 1 0 5.8a2.9 2.9 0 1 1 0-5.8z M.8 12c0-3 2.2-5.2 5.2-5.2s5.2 2.2 5.2 5.2z",
  allergy: "M6 .4L12 11.6H0z M5.3 4.2h1.4l-.2 3.8h-1z M5.2 8.7h1.6v1.5H5.2z",
};
const NARROWEST_WITH_GLYPH = 18;

export interface AssertionSegmentProps {
  readonly assertion: Assertion;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A piece of a bar that looks like a mark of the note with this assertion: tint, line and glyph. The hue comes from around it. */
export function AssertionSegment({ assertion, x, y, width, height }: AssertionSegmentProps) {
  const line = { x1: x, x2: x + width, y1: y + height - 1, y2: y + height - 1 };
  const text = TEXT_GLYPHS[assertion];
  const shape = SHAPE_GLYPHS[assertion];
  return (
    <g className={styles.segment} data-form={assertion}>
      <rect x={x} y={y} width={width} height={height} />
      {assertion === "other-person" ? null : <line {...line} />}
      {assertion === "hypothetical" ? <line {...line} y1={line.y1 - 3} y2={line.y2 - 3} /> : null}
      {width < NARROWEST_WITH_GLYPH ? null : text !== undefined ? (
        <text x={x + width / 2} y={y + height / 2 + 3} textAnchor="middle">
          {text}
        </text>
      ) : shape !== undefined ? (
        <path d={shape} fillRule="evenodd" transform={`translate(${x + width / 2 - 5} ${y + height / 2 - 6}) scale(0.84)`} />
      ) : null}
    </g>
  );
}
