/** Cues in a sentence: the longest phrase at each place, from left to right. */

import { noteWords } from "../compare/note-words.ts";
import type { CueRule } from "./cues.ts";
import type { SentenceWord } from "./sentences.ts";

/** Words [first, end) of the sentence. */
export interface Cue {
  readonly rules: readonly CueRule[];
  readonly first: number;
  readonly end: number;
}

interface Phrase {
  readonly words: readonly string[];
  readonly rules: CueRule[];
}

export interface CueFinder {
  /** In order and disjoint. */
  readonly find: (words: readonly SentenceWord[]) => Cue[];
  /** Rules of reach "inside" that a mention's own words fulfil. */
  readonly inside: (mention: string) => readonly CueRule[];
}

export function createCueFinder(rules: readonly CueRule[]): CueFinder {
  const phrases = new Map<string, Phrase>();
  for (const rule of rules) {
    for (const written of rule.reach === "inside" ? [] : split(rule.phrases)) {
      const words = [...noteWords(written)].map(({ start, end }) => written.slice(start, end));
      const key = words.join(" ");
      const phrase = phrases.get(key) ?? { words, rules: [] };
      phrases.set(key, phrase);
      phrase.rules.push(rule);
    }
  }
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of [...phrases.values()].sort((a, b) => b.words.length - a.words.length)) {
    const [first = ""] = phrase.words;
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  const within = rules.filter(({ reach }) => reach === "inside").map((rule) => ({ rule, words: split(rule.phrases) }));
  return {
    find(words) {
      const cues: Cue[] = [];
      for (let at = 0; at < words.length; ) {
        const phrase = byFirst.get(words[at]?.text ?? "")?.find((one) => one.words.every((word, i) => words[at + i]?.text === word));
        if (phrase) cues.push({ rules: phrase.rules, first: at, end: at + phrase.words.length });
        at += phrase?.words.length ?? 1;
      }
      return cues;
    },
    inside(mention) {
      const letters = mention.toLowerCase().replace(/[^\p{L}]/gu, "");
      return within.filter(({ words }) => words.some((word) => (word.length < 4 ? letters === word : letters.startsWith(word)))).map(({ rule }) => rule);
    },
  };
}

const split = (phrases: string): string[] => phrases.split(",").map((phrase) => phrase.trim()).filter((phrase) => phrase !== "");
