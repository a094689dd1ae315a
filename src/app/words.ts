/** What the page calls things, in one place. */

import type { Assertion, EntityType, MatchKind, Provenance } from "../core/types.ts";
import type { Device } from "../worker/api.ts";
import type { ReviewState } from "./filter.ts";
import type { WalkOrder } from "./shown-mentions.ts";

export const TYPE_HEADINGS: Readonly<Record<EntityType, string>> = {
  medication: "Medications",
  disease: "Diseases",
  symptom: "Symptoms",
};

export const ASSERTION_NAMES: Readonly<Record<Assertion, string>> = {
  present: "present",
  absent: "absent",
  possible: "possible",
  hypothetical: "hypothetical",
  past: "past",
  "other-person": "other person",
  allergy: "allergy",
};

export const ASSERTION_MEANINGS: Readonly<Record<Assertion, string>> = {
  present: "Stated as so now.",
  absent: "Denied, not found or ruled out.",
  possible: "Suspected or not excluded.",
  hypothetical: "A condition, a risk or something to watch for.",
  past: "Stated as history.",
  "other-person": "About a relative or someone else.",
  allergy: "Allergy or intolerance to this medication.",
};

/** How a mention came to its concept. */
export const MATCH_NAMES: Readonly<Record<MatchKind, string>> = {
  exact: "same name",
  normalised: "same words",
  abbreviation: "abbreviation",
  partial: "part of the words",
  typo: "spelling corrected",
};

/** Who proposed a mention. */
export const ORIGIN_NAMES: Readonly<Record<Provenance["kind"], string>> = {
  student: "found by the student",
  teacher: "found by a teacher",
  reviewer: "marked by hand",
};

export const REVIEW_STATE_NAMES: Readonly<Record<ReviewState, string>> = {
  any: "all mentions",
  open: "not reviewed",
  accepted: "accepted",
  rejected: "rejected",
};

export const ORDER_NAMES: Readonly<Record<WalkOrder, string>> = {
  note: "in the note's order",
  "least-sure": "least sure first",
};

export const DEVICE_NAMES: Readonly<Record<Device, string>> = { wasm: "WASM", webgpu: "WebGPU" };

const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
/** 1234.5 → "1,235" */
export const formatCount = (value: number): string => whole.format(value);
/** 0.937 → "94 %"; 0.999 → "99 %": only what is certain is 100. */
export const formatScore = (score: number): string => `${score < 1 ? Math.min(99, Math.round(score * 100)) : 100} %`;
/** 12345678 → "12.3 MB" */
export const formatBytes = (bytes: number): string => {
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(1)} MB`;
  if (bytes >= 1e3) return `${whole.format(bytes / 1e3)} KB`;
  return `${whole.format(bytes)} B`;
};
/** (1, "mention") → "1 mention" */
export const formatNumber = (value: number, noun: string): string => `${formatCount(value)} ${noun}${value === 1 ? "" : "s"}`;
