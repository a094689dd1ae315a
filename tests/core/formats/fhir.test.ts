import fc from "fast-check";
import { Fhir } from "fhir";
import { describe, expect, test } from "vitest";
import { FHIR } from "../../../src/core/formats/fhir.ts";
import { writtenNote } from "../../../src/core/formats/note-format.ts";
import { mentionsOf, type NoteRecord } from "../../../src/core/note-record.ts";
import { accept } from "../../../src/core/review.ts";
import { law } from "../laws.ts";
import { readMarked } from "../marked.ts";
import { noteRecord } from "./records.ts";
import { writtenFile } from "./written.ts";

interface Coded {
  coding?: { system: string; code: string; display?: string }[];
  text?: string;
}
interface Resource {
  resourceType: string;
  id: string;
  extension?: { url: string; extension: { url: string; valueInteger?: number; valueReference?: { reference: string } }[] }[];
  status?: string;
  clinicalStatus?: Coded;
  verificationStatus?: Coded;
  code?: Coded;
  valueBoolean?: boolean;
  medicationCodeableConcept?: Coded;
  contained?: { ingredient: { itemCodeableConcept: Coded }[] }[];
  condition?: { code: Coded }[];
  target?: { reference: string }[];
  agent?: { type: Coded; who: { reference?: string; display?: string } }[];
}
interface Bundle {
  entry: { fullUrl: string; resource: Resource }[];
}

const record = (marked: string, rest: Partial<NoteRecord> = {}): NoteRecord => {
  const { text, mentions } = readMarked(marked);
  return { id: "1", name: "n", text, addedAtMs: 1, reading: { mentions, provenance: { kind: "student", name: "student-1", version: "1" } }, corrections: [], ...rest };
};
const bundleOf = (note: NoteRecord): Bundle => JSON.parse(writtenFile(FHIR, [note])) as Bundle;
const resourcesOf = (note: NoteRecord): Resource[] => bundleOf(note).entry.map(({ resource }) => resource);
const FRAME = ["Patient", "DocumentReference", "Device", "Provenance"];
const statementsOf = (note: NoteRecord): Resource[] => resourcesOf(note).filter(({ resourceType }) => !FRAME.includes(resourceType));
const codeOf = (coded: Coded | undefined) => coded?.coding?.[0]?.code;

const isError = ({ severity }: { severity?: unknown }): boolean => severity === "error" || severity === "fatal";

describe("validity", () => {
  const fhir = new Fhir();

  test("bundles of random notes have no error in the eyes of a validator of R4", () => {
    law(
      fc.property(noteRecord, (note) => {
        const { messages } = fhir.validate(bundleOf(note), { errorOnUnexpected: true });
        expect(messages.filter(isError)).toEqual([]);
      }),
      60,
    );
  });

  test("the validator has teeth: a status that R4 does not know is an error", () => {
    const bundle = bundleOf(record("[M aspirin]"));
    for (const { resource } of bundle.entry) if (resource.resourceType === "MedicationStatement") resource.status = "recorded";
    expect(fhir.validate(bundle).messages.some(isError)).toBe(true);
  });
});

test("references resolve inside the bundle, ids are distinct, and the same note gives the same bytes", () => {
  law(
    fc.property(noteRecord, (note) => {
      const { entry } = bundleOf(note);
      const urls = new Set(entry.map(({ fullUrl }) => fullUrl));
      expect(urls.size).toBe(entry.length);
      for (const [, reference = ""] of JSON.stringify(entry).matchAll(/"reference":"(urn[^"]*)"/g)) expect(urls).toContain(reference);
      expect(writtenFile(FHIR, [note])).toBe(writtenFile(FHIR, [structuredClone(note)]));
    }),
  );
});

test("every mention is a resource or counted, and evidence slices back in code points", () => {
  law(
    fc.property(noteRecord, (note) => {
      const statements = statementsOf(note);
      const leftOut = FHIR.leftOut?.(writtenNote(note, "all")) ?? [];
      expect(statements.length + leftOut.length).toBe(mentionsOf(note).length);
      for (const { extension, code, medicationCodeableConcept, condition, contained } of statements) {
        const parts = new Map(extension?.[0]?.extension.map(({ url, valueInteger }) => [url, valueInteger ?? 0]));
        const [offset, length] = [parts.get("offset") ?? -1, parts.get("length") ?? -1];
        const words = Array.from(note.text).slice(offset, offset + length).join("").replace(/\s+/g, " ").trim();
        if (contained === undefined) expect((code ?? medicationCodeableConcept ?? condition?.[0]?.code)?.text).toBe(words);
      }
    }),
  );
});

test("of the text only the mentions' words are in it", () => {
  expect(writtenFile(FHIR, [record("Zyqqwortex takes [M aspirin]")])).not.toMatch(/Zyqqwortex|takes/);
});

test.each([
  ["[D DVT]", { resourceType: "Condition", clinical: "active", verification: "unconfirmed" }],
  ["[D/absent DVT]", { resourceType: "Condition", verification: "refuted" }],
  ["[D/possible DVT]", { resourceType: "Condition", verification: "provisional" }],
  ["[D/past DVT]", { resourceType: "Condition", clinical: "inactive", verification: "unconfirmed" }],
  ["[S/past cough]", { resourceType: "Condition", clinical: "inactive", verification: "unconfirmed" }],
  ["[D/other-person DVT]", { resourceType: "FamilyMemberHistory", status: "partial" }],
  ["[S cough]", { resourceType: "Observation", status: "preliminary", value: true }],
  ["[S/absent cough]", { resourceType: "Observation", status: "preliminary", value: false }],
  ["[S/possible cough]", { resourceType: "Observation", status: "preliminary" }],
  ["[M aspirin]", { resourceType: "MedicationStatement", status: "active" }],
  ["[M/past aspirin]", { resourceType: "MedicationStatement", status: "stopped" }],
  ["[M/absent aspirin]", { resourceType: "MedicationStatement", status: "not-taken" }],
  ["[M/possible aspirin]", { resourceType: "MedicationStatement", status: "unknown" }],
  ["[M/allergy aspirin]", { resourceType: "AllergyIntolerance", clinical: "active", verification: "unconfirmed" }],
])("%s", (marked, expected) => {
  const [resource] = statementsOf(record(marked));
  const { resourceType, status, clinicalStatus, verificationStatus, valueBoolean } = resource ?? { resourceType: "none" };
  expect({ resourceType, status, clinical: codeOf(clinicalStatus), verification: codeOf(verificationStatus), value: valueBoolean }).toEqual(expected);
});

test.each(["[D/hypothetical DVT]", "[M/other-person aspirin]", "[S/allergy cough]"])("%s is counted, not stated", (marked) => {
  expect(statementsOf(record(marked))).toEqual([]);
  expect(FHIR.leftOut?.(writtenNote(record(marked), "all"))).toHaveLength(1);
});

test("a reviewer's yes confirms, and says who: the model found it, the reviewer verified it", () => {
  const found = record("[D DVT] and [S cough]");
  const [first] = found.reading?.mentions ?? [];
  if (first === undefined) throw new Error("no mention");
  const note = { ...found, corrections: accept([], first, { origin: "student", atMs: Date.UTC(2026, 0, 2) }) };
  const resources = resourcesOf(note);
  const [condition] = statementsOf(note);
  expect(codeOf(condition?.verificationStatus)).toBe("confirmed");
  const provenances = resources.filter(({ resourceType }) => resourceType === "Provenance");
  expect(provenances.map(({ agent, target }) => [codeOf(agent?.[0]?.type), target?.length])).toEqual([["assembler", 2], ["verifier", 1]]);
  expect(resources.some(({ resourceType }) => resourceType === "Device")).toBe(true);
});

test("a combination product has its ingredients", () => {
  const { text, mentions } = readMarked("[M Percocet]");
  const concept = { system: "UNII", code: "362O9ITL9D+CD35PMG570", name: "acetaminophen and oxycodone" };
  const note = { ...record(""), text, reading: { mentions: mentions.map((mention) => ({ ...mention, concept })), provenance: { kind: "student" as const, name: "s", version: "1" } } };
  const [statement] = statementsOf(note);
  expect(statement?.contained?.[0]?.ingredient.map(({ itemCodeableConcept }) => itemCodeableConcept.coding)).toEqual([
    [{ system: "http://fdasis.nlm.nih.gov", code: "362O9ITL9D" }],
    [{ system: "http://fdasis.nlm.nih.gov", code: "CD35PMG570" }],
  ]);
});
