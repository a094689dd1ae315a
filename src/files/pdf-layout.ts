/** The lines and paragraphs of a PDF page, from the places of its pieces of text. */

/** A piece of text as the page draws it. In points, from the lower left corner. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of its font. */
  readonly height: number;
}

interface Line {
  readonly y: number;
  readonly height: number;
  end: number;
  text: string;
  /** A blank piece came last. */
  open: boolean;
}

/** Of a font's height: pieces whose base lines differ by less stand in one line (indices, fractions). */
const SAME_LINE = 0.5;
/** A gap that is wider is a space, where the file has none; one that is much wider parts two columns of a table. */
const SPACE = 0.18;
const COLUMN = 2;
/** Of the page's usual distance between lines: more is a new paragraph. */
const PARAGRAPH = 1.45;

/** In the file's order, which is the reading order of all but strange files. A table's columns are parted by tabs. */
export function pageText(pieces: readonly PdfPiece[]): string {
  const lines = toLines(pieces.filter(({ text }) => text !== ""));
  const pitch = usualPitch(lines);
  return lines
    .map(({ text, y }, i) => {
      const before = lines[i - 1];
      if (before === undefined) return text.trimEnd();
      const step = before.y - y;
      const apart = step > pitch * PARAGRAPH || step < -pitch; // upwards: the next column
      return `${apart ? "\n\n" : "\n"}${text.trimEnd()}`;
    })
    .join("");
}

function toLines(pieces: readonly PdfPiece[]): Line[] {
  const lines: Line[] = [];
  for (const { text, x, y, width, height } of pieces) {
    const line = lines.at(-1);
    const blank = !/\S/.test(text);
    const size = Math.max(height, line?.height ?? 0, 1);
    const gap = line === undefined ? 0 : x - line.end;
    if (line === undefined || Math.abs(line.y - y) > size * SAME_LINE || gap < -size * COLUMN) {
      if (!blank) lines.push({ text: text.trimStart(), y, height, end: x + width, open: false });
    } else if (blank) {
      line.open = true; // how wide it is, the next piece tells
    } else {
      const parted = line.open || /\s$/.test(line.text) || /^\s/.test(text) || gap > size * SPACE;
      const between = gap > size * COLUMN ? "\t" : parted ? " " : "";
      line.text = between === "" ? line.text + text : line.text.trimEnd() + between + text.trimStart();
      line.end = Math.max(line.end, x + width);
      line.open = false;
    }
  }
  return lines;
}

/** The median distance of lines that follow each other; of a page with one line its height. */
function usualPitch(lines: readonly Line[]): number {
  const steps = lines.flatMap((line, i) => {
    const step = (lines[i - 1]?.y ?? line.y) - line.y;
    return step > 0 ? [step] : [];
  });
  steps.sort((a, b) => a - b);
  // The lower middle: in a list of one-line paragraphs every second step is a wide one.
  return steps[Math.floor((steps.length - 1) / 2)] ?? lines[0]?.height ?? 1;
}
