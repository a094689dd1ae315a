/**
 * Compares the TypeScript tokeniser with Python's on many notes.
 *
 *     cd training && python -m chartlight.golden --vocab VOCAB --corpora FOLDER... --out FILE
 *     npx tsx scripts/check-tokens.ts FILE
 *
 * Prints one line per source; exit code 1 when a note differs. Never prints note text.
 */

import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Command } from "commander";
import * as v from "valibot";
import { noteTokens } from "../src/core/note-tokens.ts";
import { toUtf16Offsets } from "../src/core/offsets.ts";
import { createWordPiece } from "../src/core/wordpiece.ts";

const numbers = v.array(v.number());
const recordSchema = v.object({ source: v.string(), text: v.string(), ids: numbers, shapes: numbers, word: numbers, wordStart: numbers, wordEnd: numbers });
const FIELDS = ["ids", "shapes", "word", "wordStart", "wordEnd"] as const;

/** [unused9], [unused10]: training/chartlight/tokens.py. */
const BREAKS = { lineBreakTokenId: 10, paragraphBreakTokenId: 11 };

interface Tally {
  notes: number;
  tokens: number;
  units: number;
  different: number;
}

function firstDifference(expected: ArrayLike<number>, actual: ArrayLike<number>): number | undefined {
  for (let i = 0; i < Math.max(expected.length, actual.length); i++) if (expected[i] !== actual[i]) return i;
  return undefined;
}

async function check(file: string, vocabularyFile: string): Promise<number> {
  const wordPiece = createWordPiece(readFileSync(vocabularyFile, "utf8"));
  const tallies = new Map<string, Tally>();
  let tokeniseMs = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { source, text, ...python } = v.parse(recordSchema, JSON.parse(line));
    const started = performance.now();
    const tokens = noteTokens(text, wordPiece, { input: { clsTokenId: 101, sepTokenId: 102, unknownTokenId: 100, ...BREAKS, maxTokens: 256, leftContextTokens: 0, rightContextTokens: 0 } });
    tokeniseMs += performance.now() - started;
    const expected = { ...python, wordStart: toUtf16Offsets(text, python.wordStart), wordEnd: toUtf16Offsets(text, python.wordEnd) };
    const tally = tallies.get(source) ?? { notes: 0, tokens: 0, units: 0, different: 0 };
    tallies.set(source, tally);
    tally.notes++;
    tally.tokens += tokens.ids.length;
    tally.units += text.length;
    for (const field of FIELDS) {
      const at = firstDifference(expected[field], tokens[field]);
      if (at === undefined) continue;
      tally.different++;
      const word = tokens.word[at] ?? at;
      const where = tokens.wordStart[field.startsWith("word") && field !== "word" ? at : word] ?? 0;
      console.log(`${source}, note ${tally.notes}: ${field} differ at ${at} (UTF-16 offset ${where})`);
      break;
    }
  }
  const total: Tally = { notes: 0, tokens: 0, units: 0, different: 0 };
  for (const [source, tally] of tallies) {
    console.log(`${source}: ${tally.notes} notes, ${tally.tokens} tokens, ${tally.different} different`);
    for (const key of ["notes", "tokens", "units", "different"] as const) total[key] += tally[key];
  }
  console.log(`total: ${total.notes} notes, ${total.tokens} tokens, ${total.units} UTF-16 units in ${(tokeniseMs / 1000).toFixed(1)} s, ${total.different} different`);
  return total.different;
}

const program = new Command("check-tokens")
  .argument("<file>", "output of python -m chartlight.golden --corpora")
  .option("--vocab <file>", "vocabulary", "public/models/student-1/vocab.txt")
  .action(async (file: string, { vocab }: { vocab: string }) => {
    process.exitCode = (await check(file, vocab)) === 0 ? 0 : 1;
  });
await program.parseAsync();
