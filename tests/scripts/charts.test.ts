import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { chartSvg } from "../../scripts/charts/chart-svg.ts";
import { studentChart, studyChart } from "../../scripts/charts/charts.ts";

const json = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

test("the charts of the documents are what their figures give", async () => {
  expect(await chartSvg(studentChart(json("public/models/student-1/manifest.json")))).toBe(readFileSync("docs/charts/student.svg", "utf8"));
  expect(await chartSvg(studyChart(json("docs/study.json")))).toBe(readFileSync("docs/charts/study.svg", "utf8"));
});

test("figures of another form are refused", () => {
  expect(() => studyChart({ runs: [{ name: "silver" }] })).toThrow();
  expect(() => studentChart({})).toThrow();
});
