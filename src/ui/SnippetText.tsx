import { snippetOf } from "../core/snippet.ts";
import styles from "./SnippetText.module.css";

export interface SnippetTextProps {
  readonly text: string;
  readonly mention: { readonly start: number; readonly end: number };
}

/** A mention with some words around it. Its hue is that of the nearest `data-type`. */
export function SnippetText({ text, mention }: SnippetTextProps) {
  const { before, words, after } = snippetOf(text, mention);
  return (
    <span className={styles.snippet}>
      {before}
      <b>{words}</b>
      {after}
    </span>
  );
}
