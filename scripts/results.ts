/**
 * Holds docs/results.md to its commands: runs those of docs/results.json and compares every figure with what is written
 * there, and sees that the page says the same. `--update` writes what was measured. Figures of corpora that are not in
 * the repository need `--corpora` and `--annotation`; without them they are passed over, and that is said.
 */

import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { Command } from "commander";
import * as v from "valibot";

const measurementSchema = v.object({
  /** Arguments of `npx tsx`; CORPORA and ANNOTATION stand for folders. Standard output is JSON lines. */
  command: v.array(v.string()),
  /** Minutes rather than seconds: left out unless `--all` is given. */
  slow: v.optional(v.boolean(), false),
  /** One object a line of the output: path ("scores.strict.disease.rates.f1") → the figure, as results.md writes it. */
  figures: v.array(v.record(v.string(), v.string())),
});
type Measurement = v.InferOutput<typeof measurementSchema>;

interface Options {
  readonly check?: boolean;
  readonly update?: boolean;
  readonly all?: boolean;
  readonly corpora?: string;
  readonly annotation?: string;
}

const REGISTRY = "docs/results.json";
const PAGE = "docs/results.md";

function runTsx(args: readonly string[]): Promise<string> {
  return new Promise((done, failed) => {
    execFile("npx", ["tsx", ...args], { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error === null) done(stdout);
      else failed(new Error(`npx tsx ${args.join(" ")} failed: ${stderr.trim().split("\n").at(-1) ?? ""}`));
    });
  });
}

/** The number at a dotted path, with as many decimals as `written` has. */
function figureAt(json: unknown, path: string, written: string): string {
  const value = path.split(".").reduce<unknown>((at, key) => (typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined), json);
  if (typeof value !== "number") throw new Error(`the output has no number at ${path}`);
  return value.toFixed(written.split(".")[1]?.length ?? 0);
}

async function main(options: Options): Promise<void> {
  const measurements = v.parse(v.array(measurementSchema), JSON.parse(await readFile(REGISTRY, "utf8")));
  const page = await readFile(PAGE, "utf8");
  const folders: Readonly<Record<string, string | undefined>> = { CORPORA: options.corpora, ANNOTATION: options.annotation };
  const resolved = (command: readonly string[]): string[] | undefined => {
    const args = command.map((arg) => arg.replace(/^(CORPORA|ANNOTATION)(?=\/)/, (name) => folders[name] ?? name));
    return args.some((arg) => /^(CORPORA|ANNOTATION)\//.test(arg)) ? undefined : args;
  };

  const problems: string[] = [];
  const measured: Measurement[] = [];
  let [same, passedOver] = [0, 0];
  for (const [i, measurement] of measurements.entries()) {
    const args = resolved(measurement.command);
    const missing = measurement.figures.flatMap((figures) => Object.values(figures)).filter((written) => !page.includes(written));
    problems.push(...missing.map((written) => `${PAGE} does not say ${written} (npx tsx ${measurement.command.join(" ")})`));
    if (args === undefined || (measurement.slow && options.all !== true)) {
      passedOver++;
      measured.push(measurement);
    } else {
      process.stderr.write(`${i + 1} of ${measurements.length}: npx tsx ${args.join(" ")}\n`);
      const lines = (await runTsx(args)).trimEnd().split("\n");
      const figures = measurement.figures.map((wanted, line) => {
        const json: unknown = JSON.parse(lines[line] ?? "null");
        return Object.fromEntries(Object.entries(wanted).map(([path, written]) => [path, figureAt(json, path, written)]));
      });
      for (const [line, wanted] of measurement.figures.entries()) {
        for (const [path, written] of Object.entries(wanted)) {
          const now = figures[line]?.[path];
          if (now === written) same++;
          else problems.push(`${path} is ${now ?? "nothing"}, written is ${written} (npx tsx ${args.join(" ")})`);
        }
      }
      measured.push({ ...measurement, figures });
    }
  }
  for (const problem of problems) console.log(problem);
  console.log(`${same} figures as written, ${problems.length} not; ${passedOver} of ${measurements.length} commands passed over`);
  if (options.update) await writeFile(REGISTRY, `${JSON.stringify(measured, null, 1)}\n`);
  else if (problems.length > 0) process.exitCode = 1;
}

await new Command("results")
  .description("Runs the commands behind docs/results.md and compares.")
  .option("--check", "compare, and end with 1 when a figure differs (the default)")
  .option("--update", "write the measured figures to docs/results.json")
  .option("--all", "the slow ones too")
  .option("--corpora <folder>", "public corpora")
  .option("--annotation <folder>", "labelled clinical notes")
  .action(main)
  .parseAsync();
