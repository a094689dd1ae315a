/** One note's contents as a clinician lists them: what is so now, what may be, what was, what is not. */

import type { Assertion } from "../types.ts";
import { summarise, type Place, type SummaryEntry, type SummaryNote, type SummaryOptions } from "./summary.ts";

export const LIST_SECTIONS = ["problems", "symptoms", "medications", "allergies", "possible", "past", "past-medications", "denied", "conditional", "family"] as const;
export type ListSection = (typeof LIST_SECTIONS)[number];

export interface ListItem {
  readonly entry: SummaryEntry;
  /** Its mentions that belong here. */
  readonly places: readonly Place[];
  /** What else the note says of it: a contradiction, or a change, that a reader should see. */
  readonly also: readonly Assertion[];
}

export type ProblemList = Readonly<Record<ListSection, readonly ListItem[]>>;

/** What a note says of its patient, the foremost first: something present now is not listed as past as well. */
const FOREMOST: readonly Assertion[] = ["present", "possible", "past", "absent", "hypothetical"];

/** Each thing once, in the order of the note; relatives and allergies are listed apart from what the patient has or takes. */
export function problemList(note: SummaryNote, options: Pick<SummaryOptions, "conceptOf"> = {}): ProblemList {
  const list: Record<ListSection, ListItem[]> = {
    problems: [],
    symptoms: [],
    medications: [],
    allergies: [],
    possible: [],
    past: [],
    "past-medications": [],
    conditional: [],
    denied: [],
    family: [],
  };
  for (const entry of summarise([note], options).entries) {
    const said = (assertion: Assertion): boolean => entry.assertions[assertion] > 0;
    const foremost = FOREMOST.find(said);
    const own = FOREMOST.filter(said);
    const add = (section: ListSection, assertions: readonly Assertion[], also: readonly Assertion[]): void => {
      const places = entry.places.filter(({ mention }) => assertions.includes(mention.assertion));
      list[section].push({ entry, places, also });
    };
    if (said("other-person")) add("family", ["other-person"], []);
    if (said("allergy")) add("allergies", ["allergy"], []);
    if (foremost !== undefined) {
      const others = own.filter((assertion) => assertion !== foremost);
      add(sectionOf(entry, foremost), own, said("allergy") ? [...others, "allergy"] : others);
    }
  }
  for (const section of LIST_SECTIONS) list[section].sort((a, b) => startOf(a) - startOf(b));
  return list;
}

function sectionOf({ type }: SummaryEntry, foremost: Assertion): ListSection {
  switch (foremost) {
    case "present":
      return type === "medication" ? "medications" : type === "disease" ? "problems" : "symptoms";
    case "past":
      return type === "medication" ? "past-medications" : "past";
    case "possible":
      return "possible";
    case "hypothetical":
      return "conditional";
    case "absent":
      return "denied";
    case "other-person":
      return "family";
    case "allergy":
      return "allergies";
  }
}

const startOf = ({ places }: ListItem): number => places[0]?.mention.start ?? 0;
