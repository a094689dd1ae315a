/** A brat .txt and .ann to a note's text and mentions. Offsets in the file count code points. */

import { Failure } from "../failure.ts";
import { withLineFeeds } from "../line-ends.ts";
import { toUtf16Offsets } from "../offsets.ts";
import { withoutOverlap } from "../overlap.ts";
import type { ReviewedMention } from "../review.ts";
import { ASSERTIONS, ENTITY_TYPES, noteOffset, type Assertion, type Concept, type EntityType } from "../types.ts";
import { joinedSpan, type Fragment } from "./brat-fragments.ts";
import { knownSystem } from "./code-systems.ts";

export interface BratFiles {
  readonly txt: string;
  readonly ann: string;
}

export interface BratNote {
  /** With single line feeds. */
  readonly text: string;
  /** In order and disjoint. `verdict` where the file says so. The file has no scores: they are 1. */
  readonly mentions: readonly ReviewedMention[];
  readonly leftOut: {
    /** Annotations of types that are not ours. */
    readonly otherTypes: number;
    /** Of fragments that words part. */
    readonly discontinuous: number;
    readonly overlapping: number;
  };
}

export interface BratReaderOptions {
  /** A type of the file to one of ours; undefined: not one of them. Default: the same word, in any case. */
  readonly typeOf?: (name: string) => EntityType | undefined;
}

const ourType = (name: string): EntityType | undefined => ENTITY_TYPES.find((type) => type === name.toLowerCase());

/** Relations, events, notes and attributes that we don't write are passed over. @throws Failure `line-malformed` */
export function readBrat({ txt, ann }: BratFiles, { typeOf = ourType }: BratReaderOptions = {}): BratNote {
  const spans: BratSpan[] = [];
  const assertions = new Map<string, Assertion>();
  const verdicts = new Set<string>();
  const concepts = new Map<string, Concept>();
  for (const [i, line] of ann.replace(/^\uFEFF/, "").split(/\r?\n/).entries()) {
    const [id = "", body = "", words] = line.split("\t");
    const [name = "", target = "", value = ""] = body.split(" ");
    if (id.startsWith("T")) spans.push(spanOf(id, body, { words, lineNumber: i + 1 }));
    const assertion = ASSERTIONS.find((known) => known === value);
    if (/^[AM]/.test(id) && name === "Assertion" && assertion !== undefined) assertions.set(target, assertion);
    if (/^[AM]/.test(id) && name === "Verdict" && value === "accepted") verdicts.add(target);
    if (id.startsWith("N")) concepts.set(target, conceptOf(value, words ?? ""));
  }

  const utf16 = utf16Of(txt, spans);
  const note = withLineFeeds(txt);
  let [otherTypes, discontinuous] = [0, 0];
  const mentions = spans.flatMap((span): ReviewedMention[] => {
    const fragments = span.fragments.map(({ start, end }) => ({ start: utf16.get(start) ?? 0, end: utf16.get(end) ?? 0 }));
    const stands = fragments.map(({ start, end }) => txt.slice(start, end)).join(" ");
    if (span.words !== undefined && span.words !== stands) throw malformed(span.lineNumber, "its text is not what stands at its offsets");
    const type = typeOf(span.type);
    const whole = joinedSpan(txt, fragments);
    if (type === undefined) otherTypes++;
    else if (whole === undefined) discontinuous++;
    if (type === undefined || whole === undefined) return [];
    const concept = concepts.get(span.id);
    return [
      {
        start: noteOffset(note.at(whole.start)),
        end: noteOffset(note.at(whole.end)),
        type,
        assertion: assertions.get(span.id) ?? "present",
        score: 1,
        ...(concept && { concept }),
        ...(verdicts.has(span.id) && { verdict: "accepted" as const }),
      },
    ];
  });
  const disjoint = withoutOverlap(mentions);
  return { text: note.text, mentions: disjoint, leftOut: { otherTypes, discontinuous, overlapping: mentions.length - disjoint.length } };
}

interface BratSpan {
  readonly id: string;
  readonly type: string;
  /** Code points, in order. */
  readonly fragments: readonly Fragment[];
  readonly words: string | undefined;
  readonly lineNumber: number;
}

function spanOf(id: string, body: string, { words, lineNumber }: Pick<BratSpan, "words" | "lineNumber">): BratSpan {
  const [, type = "", places = ""] = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(body) ?? [];
  const fragments = places.split(";").map((place): Fragment => {
    const [start = NaN, end = NaN] = place.split(" ").map(Number);
    return { start, end };
  });
  if (fragments.some(({ start, end }) => !(start < end))) throw malformed(lineNumber, 'it is not "T1, tab, type start end, tab, text"');
  return { id, type, fragments: fragments.sort((a, b) => a.start - b.start), words, lineNumber };
}

/** Code point offsets of the spans to UTF-16. */
function utf16Of(txt: string, spans: readonly BratSpan[]): ReadonlyMap<number, number> {
  const offsets = [...new Set(spans.flatMap(({ fragments }) => fragments.flatMap(({ start, end }) => [start, end])))].sort((a, b) => a - b);
  const last = offsets[offsets.length - 1] ?? 0;
  try {
    const utf16 = toUtf16Offsets(txt, offsets);
    return new Map(offsets.map((offset, i) => [offset, utf16[i] ?? 0]));
  } catch {
    const outside = spans.find(({ fragments }) => fragments.some(({ end }) => end === last));
    throw malformed(outside?.lineNumber ?? 0, `it ends at ${last}, behind the text's end. Do the .txt and the .ann belong together?`);
  }
}

function conceptOf(reference: string, name: string): Concept {
  const colon = reference.indexOf(":");
  return { system: knownSystem(reference.slice(0, Math.max(0, colon))), code: reference.slice(colon + 1), name };
}

const malformed = (lineNumber: number, what: string): Failure =>
  new Failure("line-malformed", `Line ${lineNumber} of the .ann file does not keep brat's format: ${what}. Correct the line and open the files again.`);
