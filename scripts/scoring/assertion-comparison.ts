/** The student's assertions and those of the rules on the same strictly found mentions. */

import { assertByRules } from "../../src/core/assertion-rules/assert-mentions.ts";
import type { LabelledSpan } from "../../src/core/tally.ts";
import { ASSERTIONS, type Assertion } from "../../src/core/types.ts";

export interface AssertedNote {
  readonly text: string;
  readonly gold: readonly LabelledSpan[];
  /** In order and disjoint. */
  readonly found: readonly LabelledSpan[];
}

interface Judged {
  readonly gold: Assertion;
  readonly own: Assertion;
  readonly rules: Assertion;
}

/** Mentions whose span and type are found and whose gold has an assertion. */
function judged({ text, gold, found }: AssertedNote): Judged[] {
  const key = ({ start, end, type }: LabelledSpan): string => `${start} ${end} ${type}`;
  const byKey = new Map(gold.map((span) => [key(span), span.assertion]));
  const rules = assertByRules(text, found);
  return found.flatMap((span, i): Judged[] => {
    const right = byKey.get(key(span));
    const [own, byRule] = [span.assertion, rules[i]];
    return right === undefined || own === undefined || byRule === undefined ? [] : [{ gold: right, own, rules: byRule }];
  });
}

/** As text for a terminal: accuracy, per class, the rules' confusion, and what taking the rules' word would change. */
export function assertionComparison(notes: readonly AssertedNote[]): string {
  const all = notes.flatMap(judged);
  const count = (of: (one: Judged) => boolean): number => all.filter(of).length;
  const share = (part: number, whole: number): string => (whole === 0 ? "-" : (part / whole).toFixed(3)).padStart(7);
  const classes = ASSERTIONS.map((name) => {
    const gold = count((one) => one.gold === name);
    const right = (by: "own" | "rules") => share(count((one) => one.gold === name && one[by] === name), gold) + share(count((one) => one.gold === name && one[by] === name), count((one) => one[by] === name));
    return `  ${name.padEnd(13)}${right("own")}${right("rules")}  ${gold}`;
  });
  const confusion = ASSERTIONS.map((gold) => `  ${gold.padEnd(13)}${ASSERTIONS.map((rules) => String(count((one) => one.gold === gold && one.rules === rules)).padStart(8)).join("")}`);
  const swaps = ASSERTIONS.map((name) => {
    const differ = (one: Judged): boolean => one.rules === name && one.own !== name;
    return `  ${name.padEnd(13)}${[count(differ), count((one) => differ(one) && one.gold === name), count((one) => differ(one) && one.gold === one.own)].map((n) => String(n).padStart(8)).join("")}`;
  });
  return [
    `  assertion on ${all.length} strict hits: own ${share(count((one) => one.own === one.gold), all.length).trim()}, rules ${share(count((one) => one.rules === one.gold), all.length).trim()}`,
    `  ${"".padEnd(13)} own            rules\n  ${"".padEnd(13)} recall  prec  recall  prec  gold`,
    ...classes,
    `  rules; gold down, found across\n  ${"".padEnd(13)}${ASSERTIONS.map((name) => name.slice(0, 7).padStart(8)).join("")}`,
    ...confusion,
    `  where the rules say it and the own assertion is another: mentions, rules right, own right`,
    ...swaps,
  ].join("\n");
}
