/** Rules of the de-identification, as data. Names and words are common knowledge, written down for this project. */

export const IDENTIFIER_KINDS = ["NAME", "DATE", "AGE", "PHONE", "EMAIL", "URL", "ID", "ADDRESS", "ZIP", "FACILITY"] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** The named group `id` is what goes; without one, the whole match does. */
export interface IdentifierRule {
  readonly kind: IdentifierKind;
  readonly pattern: RegExp;
}

const CAPITALISED_MONTH = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
/** Not in lower case: "may", "march". */
const MONTH = `(?:${CAPITALISED_MONTH}|${CAPITALISED_MONTH.toUpperCase()})`;
const DAY = "(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?";
const YEAR = "(?:19|20)\\d\\d";

/** A capitalised word of a name, hyphens and apostrophes in it. */
const PART = "(?:(?:O['’]|D['’]|Mc|Mac|de |van |von |der |la |al-)?\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?)";
const INITIAL = "(?:\\p{Lu}\\.?)";
/** One to four parts on one line. */
const PERSON = `${PART}(?:[ \\t]+(?:${INITIAL}[ \\t]+)?${PART}){0,3}`;
const PERSON_OR_CAPS = `(?:\\p{Lu}{2,}(?:[-'’]\\p{Lu}+)?,?(?:[ \\t]+${INITIAL}(?=[ \\t,]))?(?:[ \\t]+\\p{Lu}{2,}){0,2}|${PART},[ \\t]*${PERSON}|${PERSON})`;
/** Surnames with an initial before them. */
const INITIALS_PERSON = `(?:${INITIAL}[ \\t]*){1,2}${PART}`;

const TITLE = "(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Doctor|Sister|Nurse|Rev|Father|Rabbi|Capt|Sgt)";
const ROLE =
  "(?:Patient(?:'s)?(?: name)?|Pt(?: name)?|Name|Full name|Attending(?: physician)?|Physician|Provider|Surgeon|Assistant|An(?:a)?esthesiologist|Consultant|PCP|GP|Referring (?:physician|provider|doctor)|Referred by|Author|Dictated by|Transcribed by|Signed(?: electronically)?(?: by)?|Electronically signed by|Reviewed by|Seen by|Next of kin|NOK|Emergency contact|Contact|Guardian|cc|Attn|To|From|Interpreter|Pharmacist|Therapist|Social worker|Case manager|Witness)";
const RELATIVE = "(?:wife|husband|spouse|partner|son|daughter|mother|father|mom|mum|dad|sister|brother|niece|nephew|aunt|uncle|friend|neighbou?r|caregiver|carer)";
const DEGREE = "(?:MD|M\\.D\\.|DO|D\\.O\\.|RN|NP|PA-C|PA|PharmD|PhD|DPM|DDS|LPN|FNP|ARNP|CRNA|MBBS|FRCS|FRCP|LCSW|PT|OT|SLP)";

const STREET = "(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Terrace|Way|Highway|Hwy|Parkway|Pkwy|Circle|Square|Close|Crescent|Grove)\\b\\.?";
const STATE = "(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])";
const INSTITUTION =
  "(?:Hospital|Medical Cent(?:er|re)|Health Cent(?:er|re)|Clinic|Infirmary|Hospice|Nursing Home|Rehabilitation Cent(?:er|re)|Rehab|Surgery Cent(?:er|re)|Cancer Cent(?:er|re)|Care Cent(?:er|re)|Health System|Healthcare|Medical Group|Family Practice|Pharmacy|University|Manor|Assisted Living)";

const word = (source: string, flags = "gu"): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${source}`, flags);

export const IDENTIFIER_RULES: readonly IdentifierRule[] = [
  { kind: "URL", pattern: word("(?:https?://|www\\.)[^\\s<>\"')\\]]+[^\\s<>\"')\\].,;:]") },
  { kind: "EMAIL", pattern: word("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+") },
  { kind: "ID", pattern: word("\\d{3}-\\d{2}-\\d{4}(?!\\d)") },
  {
    kind: "ID",
    pattern: word(
      "(?:MRN|M\\.R\\.N\\.|Medical record(?: number| no\\.?)?|Med Rec|Record(?: number| no\\.?)|Account(?: number| no\\.?)?|Acct|Encounter(?: number| no\\.?)?|Visit(?: number| no\\.?| ID)|CSN|FIN|Accession(?: number| no\\.?)?|Case(?: number| no\\.?)|Hospital (?:number|no\\.?)|NHS (?:number|no\\.?)|SSN|Social security(?: number)?|Licen[cs]e(?: number| no\\.?| plate)?|DEA|NPI|Member ID|Policy(?: number| no\\.?)?|Group (?:number|no\\.?)|Medicare(?: number| no\\.?)|Medicaid(?: ID| number| no\\.?)|Insurance ID|Patient ID|Pt ID|Unit (?:number|no\\.?)|Serial(?: number| no\\.?)?|S/N|Lot(?: number| no\\.?)?|Model(?: number| no\\.?)|Device ID|UDI|Passport(?: number| no\\.?)?|Plate(?: number| no\\.?)?|VIN|Room|Bed|ID)(?:[ \\t]*(?:#|:|=|-|is)){0,3}[ \\t]*(?<id>(?=[A-Z0-9-]*\\d)[A-Z0-9][A-Z0-9-]{2,}(?:[ \\t]\\d{3,4}){0,2})(?![\\p{L}\\p{N}])",
      "giu",
    ),
  },
  { kind: "PHONE", pattern: word("(?:\\+?1[-. ]?)?(?:\\(\\d{3}\\)[ ]?|\\d{3}[-. ])\\d{3}[-. ]\\d{4}(?!\\d)(?:[ ]?(?:x|ext\\.?)[ ]?\\d{1,5})?") },
  { kind: "PHONE", pattern: word("(?:tel|telephone|phone|ph(?=:)|cell|mobile|fax|pager|beeper|ext)\\.?(?:[ \\t]*(?:#|no\\.?|number))?[ \\t]*:?[ \\t]*(?<id>\\+?\\(?\\d(?:\\)?[-. ]?\\(?\\d){3,14})(?!\\d)", "giu") },
  { kind: "PHONE", pattern: word("(?:\\+44[ ]?|0)\\d{2,4}[ ]\\d{3,4}[ ]?\\d{3,4}(?!\\d)") },
  { kind: "DATE", pattern: word(`${YEAR}-\\d{1,2}-\\d{1,2}(?:T[\\d:.]+Z?)?(?!\\d)`) },
  { kind: "DATE", pattern: word(`(?:0?[1-9]|1[0-2])[/-]${DAY}[/-](?:${YEAR}|\\d{2})(?![\\d/])`) },
  { kind: "DATE", pattern: word(`${DAY}(?<mark>[/.-])(?:0?[1-9]|1[0-2])\\k<mark>(?:${YEAR}|\\d{2})(?![\\d/.])`) },
  { kind: "DATE", pattern: word(`${MONTH}[ \\t]+${DAY}(?:,?[ \\t]+${YEAR})?(?!\\d|[ \\t]*(?:mg|mcg|ml|%))`) },
  { kind: "DATE", pattern: word(`${DAY}(?:[ \\t]+of)?[ \\t-]+${MONTH}(?:,?[ \\t-]+(?:${YEAR}|\\d{2}(?!\\d)))?(?!\\p{L})`) },
  { kind: "DATE", pattern: word(`(?:DOB|D\\.O\\.B\\.|date of birth|born(?: on)?|admitted(?: on)?|discharged(?: on)?|DOS|date|seen on|dictated|on)[ \\t]*:?[ \\t]*(?<id>(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\\d|3[01]))(?![\\d/])`, "giu") },
  { kind: "AGE", pattern: word("(?<id>9\\d|1[01]\\d)[ -]?(?:y/?o|yo|yr?s?|years?)(?:[ -]?old)?(?!\\p{L})", "giu") },
  { kind: "AGE", pattern: word("(?:age|aged)[ \\t]*:?[ \\t]*(?<id>9\\d|1[01]\\d)(?!\\d)", "giu") },
  { kind: "AGE", pattern: word("(?<id>9\\d|1[01]\\d)(?=[MF](?![\\p{L}\\p{N}]))") },
  { kind: "ADDRESS", pattern: word(`\\d{1,5}[A-Z]?[ \\t]+(?:[NSEW]\\.?[ \\t]+)?(?:\\p{Lu}[\\p{L}'’.]*[ \\t]+|\\d{1,3}(?:st|nd|rd|th)[ \\t]+){1,3}${STREET}(?:,?[ \\t]*(?:Apt|Apartment|Unit|Suite|Ste|#)\\.?[ \\t]*#?\\w+)?`) },
  { kind: "ADDRESS", pattern: word("P\\.?[ ]?O\\.?[ ]Box[ \\t]+\\d+", "giu") },
  { kind: "ADDRESS", pattern: word(`(?<id>\\p{Lu}\\p{Ll}+(?:[ \\t]\\p{Lu}\\p{Ll}+){0,2}),[ \\t]*${STATE}(?=[ \\t]+\\d{5}|[ \\t]*[,.\\n]|[ \\t]*$)`, "gmu") },
  { kind: "ADDRESS", pattern: word("(?:lives in|resides in|resident of|from the town of|moved from|living in)[ \\t]+(?<id>\\p{Lu}\\p{Ll}+(?:[ \\t]\\p{Lu}\\p{Ll}+){0,2})") },
  { kind: "ZIP", pattern: word(`(?:${STATE}|zip(?:[ ]?code)?:?)[ \\t,]+(?<id>\\d{5}(?:-\\d{4})?)(?!\\d)`, "gu") },
  { kind: "ZIP", pattern: word("zip(?:[ ]?code)?[ \\t:]+(?<id>\\d{5}(?:-\\d{4})?)(?!\\d)", "giu") },
  { kind: "ZIP", pattern: word("(?<id>[A-Z]{1,2}\\d[A-Z\\d]?[ ]\\d[A-Z]{2})(?!\\p{L})") },
  { kind: "FACILITY", pattern: word(`(?:(?:St\\.?|Saint|Mount|Mt\\.?)[ \\t]+)?(?:\\p{Lu}[\\p{L}'’.&-]*[ \\t]+(?:of[ \\t]+)?){1,4}${INSTITUTION}(?!\\p{L})(?:[ \\t]+of[ \\t]+\\p{Lu}\\p{Ll}+)?`) },
  { kind: "NAME", pattern: word(`${TITLE}\\.?[ \\t]+(?<id>${INITIALS_PERSON}|${PERSON}|\\p{Lu}{3,})`) },
  { kind: "NAME", pattern: word(`${ROLE}[ \\t]*:[ \\t]*(?:${TITLE}\\.?[ \\t]+)?(?<id>${INITIALS_PERSON}|${PERSON_OR_CAPS})`, "gu") },
  { kind: "NAME", pattern: word(`(?:dictated|signed|transcribed|reviewed|seen|performed|referred|accompanied) by[ \\t]+(?:${TITLE}\\.?[ \\t]+)?(?<id>${INITIALS_PERSON}|${PERSON})`, "gu") },
  { kind: "NAME", pattern: word(`(?:[Dd]iscussed|[Ss]poke|[Tt]alked|[Mm]et|[Cc]onsulted) with[ \\t]+(?<id>${PART}[ \\t]+(?:${INITIAL}[ \\t]+)?${PART})`) },
  { kind: "NAME", pattern: word(`${RELATIVE},?[ \\t]+(?:is[ \\t]+|named[ \\t]+|called[ \\t]+)?(?<id>${PERSON})`) },
  { kind: "NAME", pattern: word(`(?<id>${INITIALS_PERSON}|${PERSON}),?[ \\t]+${DEGREE}(?![\\p{L}\\p{N}])`) },
];

/** Common given names; a capitalised word after one is taken for a surname. Names that are everyday words are left out. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  (
    "Aaron Abdul Adam Agnes Ahmed Aisha Alan Albert Alejandro Alexander Ali Alice Amanda Amir Amy Andrea Andrew Angela Anita Ann Anna Anne Anthony Antonio Arthur Ashley Barbara Benjamin Bernard Betty Beverly Brandon Brenda Brian Bruce Camila Carl Carlos Carmen Carol Caroline Catherine Charles Cheryl Chloe Christina Christine Christopher Cynthia Daniel David Deborah Debra Dennis Diana Diane Diego Donald Donna Doris Dorothy Douglas Edith Edward Elena Eleanor Elizabeth Ellen Emily Emma Eric Ethan Ethel Eugene Eva Evelyn Fatima Florence Frances Francis Francisco Fred Gary George Gerald Gloria Gregory Hannah Harold Harry Hassan Heather Helen Henry Hiroshi Ibrahim Irene Isabella Ivan Jacob Jacqueline James Jamal Jane Janet Janice Jason Jean Jeffrey Jennifer Jessica Joan Joel John Jonathan Jose Joseph Joshua Joyce Juan Judith Judy Julia Julie Karen Katherine Kathleen Keith Kelly Kenneth Kevin Kimberly Larry Laura Lauren Lawrence Leonard Leroy Linda Lisa Lois Louis Louise Lucia Luis Margaret Maria Marie Marilyn Mario Martha Martin Mary Matthew Mei Melissa Michael Michelle Miguel Mildred Mohammed Monica Nancy Natalie Nathan Nicholas Nicole Noah Nora Norma Oliver Olivia Omar Pamela Patricia Patrick Paul Peter Philip Phillip Phyllis Priya Rachel Rahul Ralph Raymond Rebecca Richard Roberta Robert Roger Ronald Rosa Rosemary Roy Russell Ruth Ryan Samantha Samuel Sandra Sanjay Sara Sarah Scott Sean Sharon Shirley Sofia Sophia Stanley Stephanie Stephen Steven Susan Teresa Theresa Thomas Timothy Tyler Valerie Victor Victoria Vincent Virginia Walter Wanda Wayne William Xavier Yolanda Yusuf Zachary Zainab"
  ).split(" "),
);

/** A name found once is replaced wherever it stands alone, unless it is one of these: eponyms and words of medicine. */
export const KEPT_WORDS: ReadonlySet<string> = new Set(
  (
    "Addison Alzheimer Apgar Asperger Babinski Barrett Bell Bishop Bowen Braden Brown Burkitt Chagas Charcot Colles Crohn Cushing Down Dupuytren Ewing Fallot Foley Fournier Glasgow Gleason Gordon Graves Hashimoto Heberden Hodgkin Homan Horner Huntington Kaposi Kawasaki Kernig Lyme Marfan Meckel Meniere Menière Mallory Morton Murphy Norton Osgood Paget Parkinson Phalen Pott Raynaud Reiter Romberg Schlatter Sjogren Sjögren Still Swan Tinel Tourette Turner Virchow Wegener Weiss Wells Whipple Wilson Young Zenker Patient History Day Will May June April Rose Grace Hope Summer Long Short White Black Green Gray Grey Hand Foot Head Chest Blood Heart Stone Price Small Little Rice Best Good Strong Sharp Cold Burns Pain Payne Back Knee"
  ).split(" "),
);

/** What follows a label or stands before a degree without being a name. */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  (
    "The This That Patient Pt He She They His Her No None Not Unknown Yes Denies Reports History Medical Present Past Chief Family Social Home Discharge Admission Medication Medications Allergies Exam Assessment Plan Physical Therapy Emergency Department Room Clinic Hospital Service Medicine Surgery Cardiology Neurology Oncology Urology Radiology Pathology Gastroenterology Nephrology Pulmonology Orthopedics Orthopaedics Psychiatry Pediatrics Paediatrics Dermatology Ophthalmology Anesthesia Nursing Staff General Internal Primary Care Attending Resident Intern Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Normal Negative Positive Stable Alert Left Right Bilateral Follow Continue Start Stop Return Call Seen Type Date Time Diagnosis And Or With For In On At By To From Of A An Is Was Has Had Will Aspirin Lisinopril Metformin Tylenol Advil Lasix"
  ).split(" "),
);
