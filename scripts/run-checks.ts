/**
 * Runs every check and closes with 'N passed, N failed'. A tool that reports single tests (vitest, pytest,
 * Playwright) counts each of them; any other check counts as one. `--only a,b` runs some of them.
 */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { Command } from "commander";

interface Tally {
  passed: number;
  failed: number;
}

interface Check {
  readonly name: string;
  readonly command: string;
  /** Reads single tests from the report that the command wrote. */
  readonly count?: () => Tally;
}

const REPORTS = "test-results/reports";
const PYTHON = "../.venv/bin/python";

function vitestTally(): Tally {
  const report = JSON.parse(readFileSync(`${REPORTS}/unit.json`, "utf8")) as { numPassedTests: number; numFailedTests: number };
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function playwrightTally(): Tally {
  const { stats } = JSON.parse(readFileSync(`${REPORTS}/e2e.json`, "utf8")) as { stats: { expected: number; unexpected: number; flaky: number } };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

function pytestTally(): Tally {
  const report = readFileSync(`${REPORTS}/training.xml`, "utf8");
  const total = (name: string) => Number(new RegExp(`${name}="(\\d+)"`).exec(report)?.[1] ?? 0);
  const failed = total("failures") + total("errors");
  return { passed: total("tests") - failed, failed };
}

const CHECKS: readonly Check[] = [
  { name: "lint and types", command: "npm run lint & first=$!; npm run types; second=$?; wait $first && [ $second -eq 0 ]" }, // a core each
  { name: "unit", command: `npx vitest run --reporter=default --reporter=json --outputFile.json=${REPORTS}/unit.json`, count: vitestTally },
  { name: "training", command: `cd training && ${PYTHON} -m pytest -q --junit-xml=../${REPORTS}/training.xml`, count: pytestTally },
  {
    name: "training smoke",
    command: `cd training && rm -rf ../runs/smoke && ${PYTHON} -m chartlight.train --smoke --data ../data --out ../runs/smoke`,
  },
  { name: "own notes", command: "npx tsx tests/walks/own-notes.ts" },
  { name: "build", command: "npm run build" },
  { name: "e2e", command: "npx playwright test", count: playwrightTally },
];

function run(check: Check): Tally {
  console.log(`\n=== ${check.name}`);
  const started = Date.now();
  const { status } = spawnSync("bash", ["-c", check.command], { stdio: "inherit" });
  const reported = check.count === undefined ? undefined : tallyOf(check.count);
  const tally = reported ?? (status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  if (status !== 0 && tally.failed === 0) tally.failed = 1;
  console.log(`=== ${check.name}: ${tally.passed} passed, ${tally.failed} failed, ${Math.round((Date.now() - started) / 1000)} s`);
  return tally;
}

/** Undefined when the command ended before it wrote its report: then its exit status alone counts, as a failure. */
function tallyOf(count: () => Tally): Tally | undefined {
  try {
    return count();
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const { only } = new Command().option("--only <names>", "comma-separated names").parse().opts<{ only?: string }>();
if (existsSync(REPORTS)) rmSync(REPORTS, { recursive: true });
mkdirSync(REPORTS, { recursive: true });
const chosen = only === undefined ? CHECKS : CHECKS.filter(({ name }) => only.split(",").includes(name));
const total = chosen.map(run).reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
