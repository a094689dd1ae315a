/** The annotations of a note that can be laid side by side: read by the student and by teachers, reviewed, voted, gold. */

import { noteOffset, type Mention, type Provenance } from "../../core/types.ts";
import { vote, type VoteRule } from "../../teacher/vote.ts";
import type { ComparedNote } from "./compare-store.ts";
import { DICTIONARY_ID } from "./dictionary.ts";
import type { TeacherChoice } from "./teacher-choice.ts";

export interface Layer {
  readonly id: string;
  readonly name: string;
  /** In order and disjoint. */
  readonly mentions: readonly Mention[];
  readonly provenance: Provenance;
}

const RULES: readonly { readonly kind: Exclude<VoteRule["kind"], "weighted">; readonly name: string }[] = [
  { kind: "majority", name: "Majority of the teachers" },
  { kind: "union", name: "Union of the teachers" },
  { kind: "intersection", name: "Intersection of the teachers" },
];

/** Those that are there; votes from two teachers on. */
export function layersOf(note: ComparedNote, teachers: readonly TeacherChoice[]): Layer[] {
  const { reading, mentions } = note.student;
  const taught = teacherLayers(note, teachers);
  const voted = taught.length < 2 ? [] : RULES.map(({ kind, name }): Layer => votedLayer(taught, { kind }, name));
  return [
    ...(reading.phase === "done" ? [{ id: "student", name: "Student", mentions, provenance: reading.provenance }] : []),
    ...taught,
    ...voted,
    ...(note.review === undefined ? [] : [{ id: "review", name: "Your review", mentions: note.review, provenance: REVIEWER }]),
    ...(note.gold === undefined ? [] : [{ id: "gold", name: "Gold of the file", mentions: note.gold, provenance: { ...REVIEWER, name: "gold of the file" } }]),
  ];
}

/** Of the teachers that are done, in the order in which they were chosen. */
export function teacherLayers(note: ComparedNote, teachers: readonly TeacherChoice[]): Layer[] {
  return [DICTIONARY_ID, ...teachers.map(({ id }) => id)].flatMap((id): Layer[] => {
    const run = note.runs[id];
    if (run?.phase !== "done") return [];
    const { mentions, provenance } = run.reading.annotation;
    return [{ id, name: run.sent.name, mentions, provenance }];
  });
}

const REVIEWER: Provenance = { kind: "reviewer", name: "review", version: "1" };

function votedLayer(layers: readonly Layer[], rule: VoteRule, name: string): Layer {
  const version = layers.map(({ provenance }) => `${provenance.name}@${provenance.version}`).join(", ");
  return { id: rule.kind, name, mentions: electedMentions(layers, rule), provenance: { kind: "teacher", name: rule.kind, version } };
}

/** What the layers elect; a mention's score is its share of the votes. */
export const electedMentions = (layers: readonly Pick<Layer, "mentions">[], rule: VoteRule): Mention[] =>
  vote(layers.map(({ mentions }) => mentions), rule).map(({ start, end, type, assertion, support }) => ({
    start: noteOffset(start),
    end: noteOffset(end),
    type,
    assertion,
    score: support,
  }));

export interface LayerPair {
  readonly left: Layer;
  readonly right: Layer;
}

/** The two that the user chose, else the first two that differ. Undefined while there are not two. */
export function pairOf(layers: readonly Layer[], { left, right }: { readonly left: string | undefined; readonly right: string | undefined }): LayerPair | undefined {
  const chosenLeft = layers.find(({ id }) => id === left) ?? layers.find(({ id }) => id !== right);
  const chosenRight = layers.find(({ id }) => id === right && id !== chosenLeft?.id) ?? layers.find(({ id }) => id !== chosenLeft?.id);
  return chosenLeft === undefined || chosenRight === undefined ? undefined : { left: chosenLeft, right: chosenRight };
}
