/**
 * W3C Web Annotation (https://www.w3.org/TR/annotation-model/) as JSON-LD: an annotation a mention, without the text
 * itself. Positions count code points, as the model asks (4.2.5, "character number, not code units").
 */

import { systemUri } from "./code-systems.ts";
import { jsonList } from "./json-list.ts";
import { inCodePoints, type CodePointPlace } from "./mention-offsets.ts";
import type { NoteFormat, WrittenNote } from "./note-format.ts";
import { stableUuid } from "./stable-uuid.ts";

/** UTF-16 units before and after a quote, by which it is found again in a text that has changed. */
const CONTEXT = 32;

function* annotations(notes: Iterable<WrittenNote>): Generator<object> {
  for (const { record, mentions } of notes) {
    const source = `urn:uuid:${stableUuid("note", record.id)}`;
    for (const place of inCodePoints(record.text, mentions)) {
      const { start, end } = place.mention;
      yield {
        id: `urn:uuid:${stableUuid("annotation", record.id, start, end)}`,
        type: "Annotation",
        motivation: "classifying",
        ...(record.reading && place.mention.origin !== "reviewer" && { generator: { type: "Software", name: `${record.reading.provenance.name} ${record.reading.provenance.version}`.trim() } }),
        body: bodies(place),
        target: {
          source,
          selector: [
            { type: "TextPositionSelector", start: place.start, end: place.end },
            { type: "TextQuoteSelector", exact: place.words, prefix: record.text.slice(Math.max(0, start - CONTEXT), start), suffix: record.text.slice(end, end + CONTEXT) },
          ],
        },
      };
    }
  }
}

function bodies({ mention: { type, assertion, verdict, concept } }: CodePointPlace): object[] {
  const tag = (value: string) => ({ type: "TextualBody", purpose: "tagging", value });
  const system = concept && systemUri(concept.system);
  return [
    { type: "TextualBody", purpose: "classifying", value: type },
    tag(assertion),
    ...(verdict === undefined ? [] : [tag(verdict)]),
    ...(concept ? [{ type: "TextualBody", purpose: "identifying", value: `${system ?? concept.system}|${concept.code}` }] : []),
  ];
}

export const WEB_ANNOTATION: NoteFormat = {
  id: "web-annotation",
  label: "W3C Web Annotation",
  about: "JSON-LD with positions and quotes, without the texts, for annotation servers",
  group: "systems",
  extension: ".jsonld",
  mediaType: "application/ld+json",
  offsetUnit: "codepoint",
  files: (notes) => [
    { name: "annotations.jsonld", parts: jsonList('{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":[', annotations(notes), "]}") },
  ],
};
