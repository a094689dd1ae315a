/** The code systems of our concept tables, by the names that other formats give them. */

interface CodeSystem {
  readonly name: string;
  /** http://hl7.org/fhir/R4/terminologies-systems.html */
  readonly uri: string;
}

const CODE_SYSTEMS: readonly CodeSystem[] = [
  { name: "ICD-10-CM", uri: "http://hl7.org/fhir/sid/icd-10-cm" },
  { name: "UNII", uri: "http://fdasis.nlm.nih.gov" },
  { name: "RxNorm", uri: "http://www.nlm.nih.gov/research/umls/rxnorm" },
  { name: "SNOMED CT", uri: "http://snomed.info/sct" },
];

/** Undefined for a system of a table of the user's own. */
export const systemUri = (name: string): string | undefined => CODE_SYSTEMS.find((system) => system.name === name)?.uri;

/** "SNOMED_CT" to "SNOMED CT"; a system that is none of ours stays as it is. */
export const knownSystem = (word: string): string => CODE_SYSTEMS.find(({ name }) => name.replace(/\s/g, "_") === word)?.name ?? word;
