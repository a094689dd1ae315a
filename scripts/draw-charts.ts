/** Draws the charts of docs/results.md. `--check` draws nothing, and ends with 1 when one is not what its figures give. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { chartSvg } from "./charts/chart-svg.ts";
import { studentChart, studyChart } from "./charts/charts.ts";

const { check } = new Command("charts").option("--check", "compare only", false).parse().opts<{ check: boolean }>();
const FOLDER = "docs/charts";
const json = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const current = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

const CHARTS = {
  "student.svg": studentChart(json("public/models/student-1/manifest.json")),
  "study.svg": studyChart(json("docs/study.json")),
};

mkdirSync(FOLDER, { recursive: true });
for (const [name, spec] of Object.entries(CHARTS)) {
  const path = join(FOLDER, name);
  const svg = await chartSvg(spec);
  const same = current(path) === svg;
  console.log(`${path}: ${same ? "as its figures give" : check ? "NOT what its figures give; run npm run charts" : "drawn"}`);
  if (!same && !check) writeFileSync(path, svg);
  if (!same && check) process.exitCode = 1;
}
