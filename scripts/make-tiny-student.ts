/** Writes a tiny token classifier in Hugging Face's format, to try the page's "Another student" with (docs/your-own-notes.md). */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command, Option } from "commander";
import { FAMILIES, tinyStudent, type Family } from "./tiny-other-student/tiny-student.ts";

/** Labels of another scheme than ours, so that they must be mapped. */
export const LEXICON: Readonly<Record<string, string>> = {
  aspirin: "B-DRUG",
  metformin: "B-DRUG",
  lisinopril: "B-DRUG",
  pain: "B-Sign_symptom",
  fever: "B-Sign_symptom",
  diabetes: "B-Disease_disorder",
  mellitus: "I-Disease_disorder",
  hypertension: "B-Disease_disorder",
  mg: "B-Dosage",
};

const program = new Command("make-tiny-student")
  .description("A token classifier of a few kilobytes that knows a few words.")
  .requiredOption("--out <folder>", "where to write it; made if missing")
  .addOption(new Option("--family <family>", "the tokeniser's family").choices(Object.keys(FAMILIES)).default("byte-level-bpe"))
  .parse();
const { out, family } = program.opts<{ out: string; family: Family }>();
mkdirSync(out, { recursive: true });
for (const [name, content] of Object.entries(tinyStudent({ family, lexicon: LEXICON }))) writeFileSync(join(out, name), content);
