/** Notes of the project's own synthetic set. */

import { readFileSync } from "node:fs";

export interface SampleNote {
  readonly id: string;
  readonly text: string;
}

const FILES = ["synthetic_notes.dev.jsonl", "shorthand_notes.dev.jsonl", "synthetic_notes.train.jsonl"];

/** The first `count` notes of the files, in their order; the development notes come first. */
export function sampleNotes(count: number): SampleNote[] {
  const lines = FILES.flatMap((file) => readFileSync(new URL(`../data/${file}`, import.meta.url), "utf8").trim().split("\n"));
  return lines.slice(0, count).map((line) => {
    const { id, text } = JSON.parse(line) as SampleNote;
    return { id, text };
  });
}

export function sampleNote(): SampleNote {
  const [first] = sampleNotes(1);
  if (!first) throw new Error("no synthetic notes");
  return first;
}

/** Different notes, one after the other, until there are `words` words. */
export function longNote(words: number): string {
  const texts: string[] = [];
  let counted = 0;
  for (const { text } of sampleNotes(1_000)) {
    if (counted >= words) break;
    texts.push(text);
    counted += text.split(/\s+/).length;
  }
  return texts.join("\n\n");
}
