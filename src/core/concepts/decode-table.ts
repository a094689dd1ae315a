/** Table text to a table. Everything in the text is checked; a message names the line, never its content. */

import { Failure } from "../failure.ts";
import type { Concept } from "../types.ts";
import { CONCEPT_GROUPS, packRef, type ConceptTable, type NameTier } from "./concept-table.ts";
import { TABLE_FORMAT, TABLE_MAGIC } from "./encode-table.ts";
import { wordBag } from "./normalise.ts";

const malformed = (lineNumber: number, problem: string): Failure =>
  new Failure("concepts-malformed", `The concept table is malformed at line ${lineNumber}: ${problem}. Load the page again, or build the table again.`);

function readHeader(line: string) {
  const match = /^(\S+) (\d+) (\S+) (\d{1,7}) (\d{1,7})$/.exec(line);
  const group = CONCEPT_GROUPS.find((name) => name === match?.[3]);
  if (match?.[1] !== TABLE_MAGIC || group === undefined) throw malformed(1, "it is no concept table");
  if (Number(match[2]) !== TABLE_FORMAT) throw malformed(1, `format ${Number(match[2])} instead of ${TABLE_FORMAT}`);
  return { group, conceptCount: Number(match[4]), nameCount: Number(match[5]) };
}

/** The closer tier wins, then the shorter code: it says less than the text does rather than more. */
function isBetter(ref: number, held: number, concepts: readonly Concept[]): boolean {
  const tierGap = (ref & 3) - (held & 3);
  if (tierGap !== 0) return tierGap < 0;
  return (concepts[ref >> 2]?.code.length ?? 0) < (concepts[held >> 2]?.code.length ?? 0);
}

/**
 * Reads a table a slice at a time, so that the page can draw between two steps: call `next` until it is done.
 * @throws Failure `concepts-malformed`
 */
export function* decodeTableInSteps(text: string, linesPerStep = 1000): Generator<undefined, ConceptTable> {
  const lines = text.split("\n");
  const { group, conceptCount, nameCount } = readHeader(lines[0] ?? "");
  if (lines.length !== conceptCount + nameCount + 2 || lines.at(-1) !== "") throw malformed(lines.length, "it is cut short or has too many lines");

  const concepts: Concept[] = [];
  let system = "";
  for (let i = 0; i < conceptCount; i++) {
    const [named, code, name, ...rest] = (lines[i + 1] ?? "").split("\t");
    if (named === undefined || !code || !name || rest.length > 0 || (named === "" && system === "")) throw malformed(i + 2, "not a concept");
    if (named !== "") system = named;
    concepts.push({ system, code, name });
    if (i % linesPerStep === 0) yield undefined;
  }

  const byName = new Map<string, number>();
  const byBag = new Map<string, number>();
  const words = new Set<string>();
  let before = "";
  for (let i = 0; i < nameCount; i++) {
    const lineNumber = conceptCount + i + 2;
    const match = /^([0-9a-z])([^\t]*)\t([012])\t([0-9a-z]+)$/.exec(lines[lineNumber - 1] ?? "");
    const shared = parseInt(match?.[1] ?? "z", 36);
    const concept = parseInt(match?.[4] ?? "", 36);
    const name = before.slice(0, shared) + (match?.[2] ?? "");
    if (match === null || shared > before.length || !(concept < conceptCount) || name <= before) throw malformed(lineNumber, "not a name");
    const ref = packRef(concept, Number(match[3]) as NameTier);
    byName.set(name, ref);
    const bag = wordBag(name);
    const held = byBag.get(bag);
    if (bag !== "" && (held === undefined || isBetter(ref, held, concepts))) byBag.set(bag, ref);
    for (const word of name.split(" ")) words.add(word);
    before = name;
    if (i % linesPerStep === 0) yield undefined;
  }
  return { group, concepts, byName, byBag, words };
}

/** In one go: for the command line and small tables. @throws Failure `concepts-malformed` */
export function decodeTable(text: string): ConceptTable {
  const steps = decodeTableInSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
