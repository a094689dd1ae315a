/** Where each of many quotes stands in a note: one walk over the note for all of them. */

import { foldWords, PARAGRAPH, type FoldedWords } from "./fold.ts";

/** Word numbers of the note, end exclusive. */
export interface Occurrence {
  readonly firstWord: number;
  readonly endWord: number;
}

export interface QuoteOccurrences {
  /** Equal up to case, white space, quote marks and hyphens; in the order of the note. */
  readonly folded: readonly Occurrence[];
  /** Those whose text is the quote, letter by letter. */
  exact(quote: string): readonly Occurrence[];
}

/** A longer quote is not a mention; it counts as not found. Bounds the walk: note words × this. */
export const MOST_QUOTE_WORDS = 24;

interface Node {
  readonly next: Map<string, Node>;
  readonly occurrences: Occurrence[];
  byText?: Map<string, Occurrence[]>;
}

const newNode = (): Node => ({ next: new Map(), occurrences: [] });
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether a cut at `at` parts a run of letters and digits ("T2|DM"). */
function partsRun(text: string, at: number): boolean {
  return at > 0 && at < text.length && LETTER_OR_DIGIT.test(text.charAt(at - 1)) && LETTER_OR_DIGIT.test(text.charAt(at));
}

/** Look-up by quote; undefined for a quote that is not in the note. Time: note words × longest quote, plus the quotes. */
export function findOccurrences(text: string, note: FoldedWords, quotes: Iterable<string>): (quote: string) => QuoteOccurrences | undefined {
  const root = newNode();
  const nodes = new Map<string, Node>();
  for (const quote of new Set(quotes)) {
    const { words } = foldWords(quote.trim());
    if (words.length === 0 || words.length > MOST_QUOTE_WORDS || words.includes(PARAGRAPH)) continue;
    let node = root;
    for (const word of words) {
      let next = node.next.get(word);
      if (next === undefined) node.next.set(word, (next = newNode()));
      node = next;
    }
    nodes.set(quote, node);
  }
  const wanted = new Set(nodes.values());
  for (let first = 0; first < note.words.length; first++) {
    let node = root.next.get(note.words[first] ?? "");
    for (let end = first + 1; node !== undefined; end++) {
      if (wanted.has(node)) node.occurrences.push({ firstWord: first, endWord: end });
      node = node.next.get(note.words[end] ?? "");
    }
  }
  for (const node of wanted) keepWholeRuns(node, text, note);
  return (quote) => {
    const node = nodes.get(quote);
    return node === undefined || node.occurrences.length === 0 ? undefined : view(node, text, note);
  };
}

/** "DM" is looked for as a word of its own first; inside "T2DM" only when it stands nowhere else. */
function keepWholeRuns(node: Node, text: string, note: FoldedWords): void {
  const whole = node.occurrences.filter(
    ({ firstWord, endWord }) => !partsRun(text, note.starts[firstWord] ?? 0) && !partsRun(text, note.ends[endWord - 1] ?? 0),
  );
  if (whole.length > 0) node.occurrences.splice(0, node.occurrences.length, ...whole);
}

function view(node: Node, text: string, note: FoldedWords): QuoteOccurrences {
  return {
    folded: node.occurrences,
    exact(quote) {
      if (node.byText === undefined) {
        node.byText = new Map();
        for (const occurrence of node.occurrences) {
          const slice = text.slice(note.starts[occurrence.firstWord], note.ends[occurrence.endWord - 1]);
          const same = node.byText.get(slice);
          if (same === undefined) node.byText.set(slice, [occurrence]);
          else same.push(occurrence);
        }
      }
      return node.byText.get(quote.trim()) ?? [];
    },
  };
}
