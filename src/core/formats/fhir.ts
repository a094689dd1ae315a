/**
 * FHIR R4 (4.0.1): a Bundle of type collection a note. The text itself stays out of it; the patient is a placeholder
 * to be joined with the real one.
 */

import type { NoteRecord } from "../note-record.ts";
import type { Provenance } from "../types.ts";
import { fhirString, hl7 } from "./fhir-coding.ts";
import { notStated, statement, type Resource } from "./fhir-statement.ts";
import { jsonList } from "./json-list.ts";
import { inCodePoints, type CodePointPlace } from "./mention-offsets.ts";
import type { NoteFormat, OutputFile, WriteOptions, WrittenNote } from "./note-format.ts";
import { numbered } from "./numbered-name.ts";
import { stableUuid } from "./stable-uuid.ts";

function* files(notes: Iterable<WrittenNote>, { atMs }: WriteOptions): Generator<OutputFile> {
  let number = 0;
  for (const note of notes) yield { name: `${numbered(++number)}.fhir.json`, parts: bundleParts(note, atMs) };
}

function bundleParts(note: WrittenNote, atMs: number): Iterable<string> {
  const bundle = {
    resourceType: "Bundle",
    id: stableUuid("bundle", note.record.id),
    meta: { tag: [{ system: "urn:chartlight:offset-unit", code: "codepoint", display: "Offsets and lengths count Unicode code points" }] },
    type: "collection",
    timestamp: new Date(atMs).toISOString(),
  };
  const entries = function* () {
    for (const resource of resources(note, atMs)) yield { fullUrl: urn(resource.id), resource };
  };
  return jsonList(`${JSON.stringify(bundle).slice(0, -1)},"entry":[`, entries(), "]}");
}

const urn = (id: string): string => `urn:uuid:${id}`;

function* resources({ record, mentions }: WrittenNote, atMs: number): Generator<Resource> {
  const [patientId, documentId] = [stableUuid("patient", record.id), stableUuid("document", record.id)];
  const [patient, document] = [urn(patientId), urn(documentId)];
  yield { resourceType: "Patient", id: patientId };
  yield documentReference(record, documentId, patient);
  const stated: { readonly id: string; readonly place: CodePointPlace }[] = [];
  for (const place of inCodePoints(record.text, mentions)) {
    if (notStated(place.mention, place.words) !== undefined) continue;
    const id = stableUuid("statement", record.id, place.mention.start, place.mention.end);
    stated.push({ id, place });
    yield statement(place, { id, patient, document, date: record.date });
  }

  const idsOf = (choose: (place: CodePointPlace) => boolean) => stated.filter(({ place }) => choose(place)).map(({ id }) => id);
  const found = idsOf(({ mention }) => mention.origin !== "reviewer");
  if (record.reading && found.length > 0) {
    const { provenance } = record.reading;
    const deviceId = stableUuid("device", provenance.name, provenance.version);
    if (provenance.kind !== "reviewer") yield device(provenance, deviceId);
    const who = provenance.kind === "reviewer" ? { display: nameOf(provenance) } : { reference: urn(deviceId) };
    yield provenanceOf({ id: stableUuid("provenance", record.id, "found"), targets: found, document, who, role: "assembler", atMs });
  }
  const reviewedAtMs = Math.max(...record.corrections.map((correction) => correction.atMs), 0);
  for (const [role, targets] of [
    ["verifier", idsOf(({ mention }) => mention.verdict !== undefined && mention.origin !== "reviewer")],
    ["author", idsOf(({ mention }) => mention.origin === "reviewer")],
  ] as const) {
    if (targets.length > 0) yield provenanceOf({ id: stableUuid("provenance", record.id, role), targets, document, who: { display: "Reviewer" }, role, atMs: reviewedAtMs });
  }
}

function documentReference({ name, date }: NoteRecord, id: string, patient: string): Resource {
  const description = fhirString(name);
  return {
    resourceType: "DocumentReference",
    id,
    status: "current",
    subject: { reference: patient },
    ...(description !== "" && { description }),
    content: [{ attachment: { contentType: "text/plain", ...(date !== undefined && { creation: date }) } }],
  };
}

const nameOf = ({ name }: Provenance): string => fhirString(name) || "unnamed";

function device(provenance: Provenance, id: string): Resource {
  const version = fhirString(provenance.version);
  return {
    resourceType: "Device",
    id,
    deviceName: [{ name: nameOf(provenance), type: "model-name" }],
    ...(version !== "" && { version: [{ value: version }] }),
  };
}

interface ProvenanceParts {
  readonly id: string;
  readonly targets: readonly string[];
  readonly document: string;
  readonly who: object;
  readonly role: "assembler" | "verifier" | "author";
  readonly atMs: number;
}

/** `targets` are ids; `document` and `who` references. */
const provenanceOf = ({ id, targets, document, who, role, atMs }: ProvenanceParts): Resource => ({
  resourceType: "Provenance",
  id,
  target: targets.map((target) => ({ reference: urn(target) })),
  recorded: new Date(atMs).toISOString(),
  agent: [{ type: hl7("provenance-participant-type", role), who }],
  entity: [{ role: "source", what: { reference: document } }],
});

export const FHIR: NoteFormat = {
  id: "fhir",
  label: "FHIR R4",
  about: "A bundle a note, without its text: conditions, medications, observations, allergies, family history",
  group: "systems",
  extension: ".fhir.json",
  mediaType: "application/fhir+json",
  offsetUnit: "codepoint",
  files,
  leftOut: ({ record, mentions }) => mentions.flatMap((mention) => notStated(mention, record.text.slice(mention.start, mention.end)) ?? []),
};
