/**
 * Label Studio tasks (https://labelstud.io/guide/task_format) and the labelling configuration that they are for. A note
 * whose every mention was reviewed is an annotation, else a prediction. Offsets in code points (label-studio#1559).
 */

import { ASSERTIONS, ENTITY_TYPES } from "../types.ts";
import { inCodePoints, type CodePointPlace } from "./mention-offsets.ts";
import { fullyReviewed, type NoteFormat, type WrittenNote } from "./note-format.ts";
import { jsonList } from "./json-list.ts";

const COLOURS = { medication: "#0a66a8", disease: "#b8400f", symptom: "#0a7563" } as const;

const CONFIGURATION = `<View>
  <Labels name="label" toName="text">
${ENTITY_TYPES.map((type) => `    <Label value="${type}" background="${COLOURS[type]}"/>`).join("\n")}
  </Labels>
  <Text name="text" value="$text"/>
  <Choices name="assertion" toName="text" perRegion="true" choice="single" showInline="true">
${ASSERTIONS.map((assertion) => `    <Choice value="${assertion}"/>`).join("\n")}
  </Choices>
</View>
`;

function* tasks(notes: Iterable<WrittenNote>): Generator<string> {
  let before = "[\n";
  for (const note of notes) {
    yield before;
    yield* taskParts(note);
    before = ",\n";
  }
  yield before === ",\n" ? "\n]\n" : "[]\n";
}

function taskParts({ record, mentions }: WrittenNote): Iterable<string> {
  const data = JSON.stringify({ text: record.text, note_id: record.id });
  const model = JSON.stringify(record.reading?.provenance.name ?? "none");
  const head = fullyReviewed(record) ? `"annotations":[{"result":[` : `"predictions":[{"model_version":${model},"result":[`;
  return jsonList(`{"data":${data},${head}`, regions(inCodePoints(record.text, mentions)), "]}]}");
}

function* regions(places: readonly CodePointPlace[]): Generator<object> {
  for (const [i, { start, end, words, mention }] of places.entries()) {
    const region = { id: `m${i + 1}`, to_name: "text" };
    const place = { start, end, text: words };
    yield { ...region, from_name: "label", type: "labels", value: { ...place, labels: [mention.type] }, score: Number(mention.score.toFixed(4)) };
    yield { ...region, from_name: "assertion", type: "choices", value: { ...place, choices: [mention.assertion] } };
  }
}

export const LABEL_STUDIO: NoteFormat = {
  id: "label-studio",
  label: "Label Studio",
  about: "Tasks with labels and assertions, and the configuration of their project",
  group: "annotation",
  extension: ".json",
  mediaType: "application/json",
  offsetUnit: "codepoint",
  files: (notes) => [
    { name: "label-config.xml", parts: [CONFIGURATION] },
    { name: "tasks.json", parts: tasks(notes) },
  ],
};
