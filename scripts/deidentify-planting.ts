/** Notes with planted identifiers: seeded templates put between the lines of the project's own synthetic notes. */

import { seededRandom } from "../src/core/seeded-random.ts";
import type { IdentifierKind } from "../src/teacher/deidentify-rules.ts";

export interface PlantedNote {
  readonly text: string;
  /** UTF-16. */
  readonly planted: readonly { readonly kind: IdentifierKind; readonly start: number; readonly end: number }[];
}

type Random = () => number;
type Maker = (random: Random) => string;

const pick = <T>(random: Random, values: readonly T[]): T => {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
};
const whole = (random: Random, low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
const digits = (random: Random, count: number): string => Array.from({ length: count }, () => whole(random, 0, 9)).join("");
const two = (value: number): string => String(value).padStart(2, "0");

// Half of the given names are not in the rules' list, and no surname is: the rules must find them by what stands around.
const GIVEN = "Maria James Priya Thomas Aisha Daniel Oluwaseun Siobhan Thandiwe Bjorn Xiomara Kwame Ingrid Dmitri Leilani Torsten Anneliese Rohan Yevgenia Mateus".split(" ");
const HEADS = ["Bren", "Kal", "Tor", "Mav", "Hol", "Wex", "Dun", "Fen", "Gar", "Lin", "Ost", "Pel", "Quin", "Ros", "Sten", "Var"];
const TAILS = ["dale", "ovic", "mann", "ingham", "otti", "ado", "wick", "berg", "aski", "well", "aga", "inho"];
const surname: Maker = (random) => `${random() < 0.1 ? "O'" : ""}${pick(random, HEADS)}${pick(random, TAILS)}`.replace(/^O'(.)/, (_, first: string) => `O'${first}`);
const person: Maker = (random) => `${pick(random, GIVEN)}${random() < 0.3 ? ` ${pick(random, ["A.", "J.", "M."])}` : ""} ${surname(random)}`;
const MONTHS = "January February March April May June July August September October November December".split(" ");
const place: Maker = (random) => `${pick(random, HEADS)}${pick(random, ["ford", "ton", "bury", "ville", "haven"])}`;
const day: Maker = (random) => String(whole(random, 1, 28));
const month: Maker = (random) => String(whole(random, 1, 12));
const year: Maker = (random) => String(whole(random, 1935, 2025));

const VALUES: Readonly<Record<IdentifierKind, readonly Maker[]>> = {
  NAME: [person],
  DATE: [
    (r) => `${two(Number(month(r)))}/${two(Number(day(r)))}/${year(r)}`,
    (r) => `${month(r)}/${day(r)}/${year(r).slice(2)}`,
    (r) => `${year(r)}-${two(Number(month(r)))}-${two(Number(day(r)))}`,
    (r) => `${pick(r, MONTHS)} ${day(r)}, ${year(r)}`,
    (r) => `${day(r)} ${pick(r, MONTHS).slice(0, 3)} ${year(r)}`,
    (r) => `${day(r)}-${pick(r, MONTHS).slice(0, 3)}-${year(r)}`,
    (r) => `${pick(r, MONTHS)} ${day(r)}`,
  ],
  AGE: [(r) => String(whole(r, 90, 108))],
  PHONE: [
    (r) => `(${digits(r, 3)}) ${digits(r, 3)}-${digits(r, 4)}`,
    (r) => `${digits(r, 3)}-${digits(r, 3)}-${digits(r, 4)}`,
    (r) => `${digits(r, 3)}.${digits(r, 3)}.${digits(r, 4)}`,
    (r) => `+1 ${digits(r, 3)}-${digits(r, 3)}-${digits(r, 4)}`,
    (r) => `0${digits(r, 3)} ${digits(r, 3)} ${digits(r, 4)}`,
  ],
  EMAIL: [(r) => `${surname(r).toLowerCase().replace("'", "")}.${pick(r, GIVEN).toLowerCase()}${digits(r, 2)}@${place(r).toLowerCase()}.example`],
  URL: [(r) => `https://portal.${place(r).toLowerCase()}.example/p/${digits(r, 6)}`, (r) => `www.${place(r).toLowerCase()}.example/u?id=${digits(r, 5)}`],
  ID: [(r) => digits(r, 7), (r) => `${pick(r, ["A", "HX", "MB"])}${digits(r, 6)}`, (r) => `${digits(r, 3)}-${digits(r, 2)}-${digits(r, 4)}`, (r) => `${digits(r, 4)}-${digits(r, 4)}`],
  ADDRESS: [
    (r) => `${whole(r, 1, 9999)} ${place(r)} ${pick(r, ["Street", "Ave", "Road", "Lane", "Blvd", "Drive"])}`,
    (r) => `${whole(r, 1, 999)} ${pick(r, ["N.", "S.", "W"])} ${place(r)} ${pick(r, ["St", "Rd", "Ct"])}, Apt ${whole(r, 1, 40)}`,
    (r) => `PO Box ${digits(r, 4)}`,
  ],
  ZIP: [(r) => `${whole(r, 10_000, 99_999)}`, (r) => `${whole(r, 10_000, 99_999)}-${digits(r, 4)}`],
  FACILITY: [
    (r) => `${place(r)} ${pick(r, ["General Hospital", "Medical Center", "Family Practice", "Nursing Home", "Cancer Center", "Community Hospital"])}`,
    (r) => `St. ${pick(r, ["Brigid", "Columba", "Aldhelm"])}'s Hospital`,
    (r) => `University Hospital of ${place(r)}`,
  ],
};

/** `@` stands for the identifier. */
const FRAMES: Readonly<Record<IdentifierKind, readonly string[]>> = {
  NAME: ["Patient: @", "Patient name: @", "Dr. @ was called.", "Seen with Mrs. @ today.", "Dictated by: @", "Electronically signed by @, MD", "@, RN", "Attending physician: @", "Her daughter @ was at the bedside.", "cc: @", "Discussed with @ from the ward.", "Next of kin: @"],
  DATE: ["DOB: @", "Date of service: @", "Admitted @.", "Seen on @ for review.", "Follow up on @.", "Surgery was @ at this hospital."],
  AGE: ["@-year-old here for review.", "The patient is a @ year old woman.", "@ y/o man, walks with a frame.", "Age: @", "Mother died aged @."],
  PHONE: ["Phone: @", "Call @ with questions.", "Fax: @", "Cell @", "Contact the ward at @."],
  EMAIL: ["E-mail: @", "Results to @ please."],
  URL: ["Portal: @", "Images at @ for review."],
  ID: ["MRN: @", "MRN @", "Account #: @", "Medical record number: @", "SSN: @", "Device serial number @", "License number: @", "Policy no. @", "Encounter: @"],
  ADDRESS: ["Address: @", "Lives at @ with family.", "Mail to @."],
  ZIP: ["Home: Wexford, OH @", "Zip: @", "Kalton, TX @"],
  FACILITY: ["Transferred from @.", "Records from @ requested.", "@ discharge summary", "Seen at @ last week."],
};
/** Whole sentences written after the rules and never used to mend them: what to expect of other hands. `@` as above. */
const UNSEEN: Readonly<Record<IdentifierKind, readonly string[]>> = {
  NAME: ["The surgeon was @.", "Sister-in-law @ rang the ward.", "Thanks, @", "Pt's neighbour @ found her.", "Handover from @ at 7.", "Ms. @ declined."],
  DATE: ["Last colonoscopy @, normal.", "LMP @.", "(@) seen by dietitian.", "Pacemaker put in @ elsewhere."],
  AGE: ["Turned @ last week.", "@yo F from home.", "@-yr-old, frail.", "Pt is @ years of age."],
  PHONE: ["Ring her on @.", "T: @", "Daughter's number is @."],
  EMAIL: ["Write to @", "(@)"],
  URL: ["See @.", "Link <@>"],
  ID: ["Hosp no @", "Chart #@", "Ref: @", "Pump s/n @", "MRN is @."],
  ADDRESS: ["Home is @.", "Discharged to @", "Seen at home (@)."],
  ZIP: ["Postcode @", "He comes from @.", "Lives in OH @."],
  FACILITY: ["PCP at @", "Was at @, sent here.", "Bed sought at @ for rehab."],
};
export const KINDS = Object.keys(FRAMES) as IdentifierKind[];

/** `perKind` identifiers of each kind, each on a line of its own after a random line of the note. */
export function plant(note: string, { seed, perKind, unseen = false }: { readonly seed: number; readonly perKind: number; readonly unseen?: boolean }): PlantedNote {
  const random = seededRandom(seed);
  const lines = note.split("\n");
  const inserts = KINDS.flatMap((kind) => Array.from({ length: perKind }, () => ({ kind, line: whole(random, 0, lines.length) })));
  let text = "";
  const planted: { kind: IdentifierKind; start: number; end: number }[] = [];
  for (let line = 0; line <= lines.length; line++) {
    if (line === lines.length && text !== "" && !text.endsWith("\n")) text += "\n";
    for (const insert of inserts.filter((one) => one.line === line)) {
      const value = pick(random, VALUES[insert.kind])(random);
      const [before = "", after = ""] = pick(random, (unseen ? UNSEEN : FRAMES)[insert.kind]).split("@");
      const start = text.length + before.length;
      text += `${before}${value}${after}\n`;
      planted.push({ kind: insert.kind, start, end: start + value.length });
    }
    if (line < lines.length) text += `${lines[line] ?? ""}${line < lines.length - 1 ? "\n" : ""}`;
  }
  return { text, planted };
}
