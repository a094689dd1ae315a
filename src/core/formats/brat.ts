/** brat standoff (http://brat.nlplab.org/standoff.html): a .txt and an .ann a note, and the annotation.conf that names our types. Offsets in code points. */

import { toCodePointOffsets } from "../offsets.ts";
import { ASSERTIONS, ENTITY_TYPES, type Concept } from "../types.ts";
import { fragmentsOf } from "./brat-fragments.ts";
import type { NoteFormat, OutputFile, WrittenNote } from "./note-format.ts";
import { numbered } from "./numbered-name.ts";

/** http://brat.nlplab.org/configuration.html */
const CONFIGURATION = `[entities]
${ENTITY_TYPES.join("\n")}

[relations]

[events]

[attributes]
Assertion\tArg:<ENTITY>, Value:${ASSERTIONS.join("|")}
Verdict\tArg:<ENTITY>, Value:accepted
`;

function* files(notes: Iterable<WrittenNote>): Generator<OutputFile> {
  yield { name: "annotation.conf", parts: [CONFIGURATION] };
  let number = 0;
  for (const note of notes) {
    const name = numbered(++number);
    yield { name: `${name}.txt`, parts: [note.record.text] };
    yield { name: `${name}.ann`, parts: bratAnnotations(note) };
  }
}

/** The .ann file of a note: T lines, A lines for assertion and verdict, N lines for concepts; a part a mention. */
export function* bratAnnotations({ record: { text }, mentions }: WrittenNote): Generator<string> {
  const spans = mentions.map((mention) => fragmentsOf(text, mention));
  const offsets = toCodePointOffsets(text, spans.flat().flatMap(({ start, end }) => [start, end]));
  let at = 0;
  let written = 0;
  let attributes = 0;
  let concepts = 0;
  for (const [i, mention] of mentions.entries()) {
    const fragments = spans[i] ?? [];
    if (fragments.length === 0) continue;
    const id = `T${++written}`;
    const places = fragments.map(() => `${offsets[at++] ?? 0} ${offsets[at++] ?? 0}`).join(";");
    const words = fragments.map(({ start, end }) => text.slice(start, end)).join(" ");
    let lines = `${id}\t${mention.type} ${places}\t${words}\nA${++attributes}\tAssertion ${id} ${mention.assertion}\n`;
    if (mention.verdict !== undefined) lines += `A${++attributes}\tVerdict ${id} ${mention.verdict}\n`;
    if (mention.concept) lines += `N${++concepts}\tReference ${id} ${bratReference(mention.concept)}\t${mention.concept.name.replace(/\s+/g, " ")}\n`;
    yield lines;
  }
}

/** System and code as one word: white space in the system becomes "_". */
export const bratReference = ({ system, code }: Pick<Concept, "system" | "code">): string => `${system.replace(/[\s:]+/g, "_")}:${code.replace(/\s+/g, "_")}`;

export const BRAT: NoteFormat = {
  id: "brat",
  label: "brat standoff",
  about: "Texts with .ann files for brat, and for tools that read its format",
  group: "annotation",
  extension: ".ann",
  mediaType: "text/plain",
  offsetUnit: "codepoint",
  files,
  leftOut: ({ record, mentions }) =>
    mentions.filter((mention) => fragmentsOf(record.text, mention).length === 0).map(() => "is white space alone, which brat can't mark"),
};
