/** A mention as a FHIR R4 resource: which one, and with which status, is the assertion's and the verdict's. */

import type { ReviewedMention } from "../review.ts";
import type { Assertion } from "../types.ts";
import { codeOf, derivation, fhirString, hl7, ingredients } from "./fhir-coding.ts";
import type { CodePointPlace } from "./mention-offsets.ts";

export interface StatementContext {
  readonly id: string;
  /** References. */
  readonly patient: string;
  readonly document: string;
  /** Of the note, `YYYY-MM-DD`. */
  readonly date: string | undefined;
}

export interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [element: string]: unknown;
}

/** Why a mention has no resource; undefined when it has one. */
export function notStated({ type, assertion }: ReviewedMention, words: string): string | undefined {
  if (fhirString(words) === "") return "is white space alone";
  if (assertion === "hypothetical") return "is hypothetical, and FHIR has no resource for what may come";
  if (assertion === "other-person" && type === "medication") return "is another person's medication, which FHIR's family history has no place for";
  if (assertion === "allergy" && type !== "medication") return "is an allergy, but not to a medication";
  return undefined;
}

/** Of a mention that `notStated` has nothing against. */
export function statement(place: CodePointPlace, context: StatementContext): Resource {
  const { type, assertion, verdict } = place.mention;
  if (assertion === "other-person") return familyHistory(place, context);
  if (assertion === "allergy") return allergy(place, context);
  if (type === "medication") return medicationStatement(place, context);
  if (type === "symptom" && assertion !== "past") return observation(place, context);
  return condition(place, context, verdict !== undefined);
}

/** A symptom of the past is one too: an Observation without its own time would say that it is there now. */
function condition(place: CodePointPlace, context: StatementContext, reviewed: boolean): Resource {
  const { assertion } = place.mention;
  const clinical = assertion === "present" ? "active" : assertion === "past" ? "inactive" : undefined;
  const verification = assertion === "absent" ? "refuted" : assertion === "possible" ? "provisional" : reviewed ? "confirmed" : "unconfirmed";
  return {
    resourceType: "Condition",
    id: context.id,
    ...source(place, context),
    ...(clinical !== undefined && { clinicalStatus: hl7("condition-clinical", clinical) }),
    verificationStatus: hl7("condition-ver-status", verification),
    code: codeOf(place),
    subject: { reference: context.patient },
    ...(context.date !== undefined && { recordedDate: context.date }),
  };
}

function observation(place: CodePointPlace, context: StatementContext): Resource {
  const { assertion, verdict } = place.mention;
  return {
    resourceType: "Observation",
    id: context.id,
    ...source(place, context),
    status: verdict === undefined ? "preliminary" : "final",
    code: codeOf(place),
    subject: { reference: context.patient },
    ...(context.date !== undefined && { effectiveDateTime: context.date }),
    ...(assertion === "possible" ? { dataAbsentReason: { ...hl7("data-absent-reason", "unknown"), text: "possible" } } : { valueBoolean: assertion === "present" }),
  };
}

/** http://hl7.org/fhir/R4/valueset-medication-statement-status.html */
const MEDICATION_STATUS: Partial<Record<Assertion, string>> = { present: "active", past: "stopped", absent: "not-taken" };

function medicationStatement(place: CodePointPlace, context: StatementContext): Resource {
  const parts = ingredients(place.mention.concept);
  const code = codeOf(place);
  const medication = { resourceType: "Medication", id: "medication", code, ingredient: parts.map((itemCodeableConcept) => ({ itemCodeableConcept })) };
  return {
    resourceType: "MedicationStatement",
    id: context.id,
    ...(parts.length > 0 && { contained: [medication] }),
    ...source(place, context),
    status: MEDICATION_STATUS[place.mention.assertion] ?? "unknown",
    ...(parts.length > 0 ? { medicationReference: { reference: "#medication" } } : { medicationCodeableConcept: code }),
    subject: { reference: context.patient },
    ...(context.date !== undefined && { dateAsserted: context.date }),
    derivedFrom: [{ reference: context.document }],
  };
}

function allergy(place: CodePointPlace, context: StatementContext): Resource {
  return {
    resourceType: "AllergyIntolerance",
    id: context.id,
    ...source(place, context),
    clinicalStatus: hl7("allergyintolerance-clinical", "active"),
    verificationStatus: hl7("allergyintolerance-verification", place.mention.verdict === undefined ? "unconfirmed" : "confirmed"),
    category: ["medication"],
    code: codeOf(place),
    patient: { reference: context.patient },
    ...(context.date !== undefined && { recordedDate: context.date }),
  };
}

/** Who the other person is, the note's labels don't say. */
function familyHistory(place: CodePointPlace, context: StatementContext): Resource {
  return {
    resourceType: "FamilyMemberHistory",
    id: context.id,
    ...source(place, context),
    status: "partial",
    patient: { reference: context.patient },
    ...(context.date !== undefined && { date: context.date }),
    relationship: { text: "another person than the patient" },
    condition: [{ code: codeOf(place) }],
  };
}

const source = (place: CodePointPlace, { document }: StatementContext) => ({ extension: [derivation(place, document)] });
