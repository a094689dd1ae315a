/** The CodeableConcepts and extensions that our FHIR R4 resources share. */

import type { Concept } from "../types.ts";
import { systemUri } from "./code-systems.ts";
import type { CodePointPlace } from "./mention-offsets.ts";

export interface CodeableConcept {
  readonly coding?: readonly { readonly system: string; readonly code: string; readonly display?: string }[];
  readonly text?: string;
}

const TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

/** A code of an HL7 code system, by the system's last part. */
export const hl7 = (system: string, code: string): CodeableConcept => ({ coding: [{ system: TERMINOLOGY + system, code }] });

/** A FHIR string has no white space but blanks, tabs and line ends, and is never empty. */
export const fhirString = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Words of the note as text; the code where its system has an address. A combination ("A+B") is no single code: see `ingredients`. */
export function codeOf({ words, mention: { concept } }: CodePointPlace): CodeableConcept {
  const system = concept && systemUri(concept.system);
  const text = fhirString(words);
  if (concept === undefined || system === undefined || isCombination(concept)) return { text };
  return { coding: [{ system, code: concept.code, display: fhirString(concept.name) }], text };
}

/** The codes of a combination product's ingredients; none for a single code or a system without an address. */
export function ingredients(concept: Concept | undefined): CodeableConcept[] {
  const system = concept && systemUri(concept.system);
  if (concept === undefined || system === undefined || !isCombination(concept)) return [];
  return concept.code.split("+").map((code) => ({ coding: [{ system, code }] }));
}

const isCombination = ({ code }: Concept): boolean => code.includes("+");

/**
 * Where in the note a resource comes from: the standard extension "derivation-reference". It leaves the unit of offset
 * and length open; ours count code points, and the bundle's tag says so.
 */
export const derivation = ({ start, end }: CodePointPlace, document: string): object => ({
  url: "http://hl7.org/fhir/StructureDefinition/derivation-reference",
  extension: [
    { url: "reference", valueReference: { reference: document } },
    { url: "offset", valueInteger: start },
    { url: "length", valueInteger: end - start },
  ],
});
