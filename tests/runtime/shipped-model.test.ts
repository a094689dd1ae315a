import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { expect, it } from "vitest";
import { defaultModel, manifestOf } from "../../scripts/reading/open-model.ts";
import { goldenSchema, type GoldenRun } from "../../src/core/manifest.ts";
import type { StudentSession } from "../../src/core/student.ts";
import { openNativeSession } from "../../src/runtime/node.ts";
import { openNodeWasmSession } from "../../src/runtime/node-wasm.ts";

const folder = await defaultModel("public/models");
const { files } = await manifestOf(folder);
const golden = v.parse(goldenSchema, JSON.parse(await readFile(join(folder, files.golden.name), "utf8")));

async function gap(session: StudentSession, run: GoldenRun): Promise<number> {
  const output = await session.run({ ids: Int32Array.from(run.ids), shapes: Int32Array.from(run.shapes) });
  await session.release();
  const gaps = [...output.tagLogits, ...output.assertionLogits].map((logit, i) => Math.abs(logit - ([...run.tagLogits, ...run.assertionLogits][i] ?? NaN)));
  return Math.max(...gaps);
}

it("the WASM engine gives the stored logits, to the last bit", async () => {
  expect(await gap(await openNodeWasmSession(join(folder, files.wasmGraph.name)), golden.wasm)).toBe(0);
}, 120_000);

it("the WebGPU graph gives its stored logits on the processor", async () => {
  expect(await gap(await openNativeSession(join(folder, files.webgpuGraph.name)), golden.webgpu)).toBeLessThan(1e-3);
});

it("the native engine comes near the WASM engine: a value beside a rounding edge may fall to the other side", async () => {
  expect(await gap(await openNativeSession(join(folder, files.wasmGraph.name)), golden.wasm)).toBeLessThan(0.3);
});
