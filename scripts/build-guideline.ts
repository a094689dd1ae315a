/** Writes src/teacher/guideline-text.ts from data/guideline.md, so that browser, worker and Node have the same text. */

import { readFileSync, writeFileSync } from "node:fs";

const text = readFileSync("data/guideline.md", "utf8");
const lines = text.split("\n").map((line) => `  ${JSON.stringify(line)},`);
writeFileSync(
  "src/teacher/guideline-text.ts",
  `/** data/guideline.md as a module: \`npx tsx scripts/build-guideline.ts\` writes it, a test holds it equal. */

export const GUIDELINE_VERSION = "1.1";

export const GUIDELINE_TEXT: string = [
${lines.join("\n")}
].join("\\n");
`,
);
