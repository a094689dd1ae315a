/** Notes of the project's own synthetic set. */

import { readFileSync } from "node:fs";

export interface SampleNote {
  readonly id: string;
  readonly text: string;
}

/** The first `count` notes of the development file, in its order. */
export function sampleNotes(count: number): SampleNote[] {
  const lines = readFileSync(new URL("../data/synthetic_notes.dev.jsonl", import.meta.url), "utf8").trim().split("\n");
  return lines.slice(0, count).map((line) => {
    const { id, text } = JSON.parse(line) as SampleNote;
    return { id, text };
  });
}

export function sampleNote(): SampleNote {
  const [first] = sampleNotes(1);
  if (!first) throw new Error("data/synthetic_notes.dev.jsonl is empty");
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
