import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { referenceFiles, shippedFiles } from "../../scripts/onnx/student-files.ts";
import { studentWeights } from "../../scripts/onnx/student-weights.ts";
import type { StudentInput, StudentOutput, StudentSession } from "../../src/core/student.ts";
import { openNativeSession } from "../../src/runtime/node.ts";
import { openNodeWasmSession } from "../../src/runtime/node-wasm.ts";
import { WEIGHTS_NAME } from "../../src/runtime/session.ts";
import { plainStudent } from "../fixtures/plain-student.ts";
import { TINY_CONFIG, tinyStudentFile } from "../fixtures/tiny-student.ts";

const weights = studentWeights(TINY_CONFIG, tinyStudentFile(7));
const inputs: StudentInput[] = [1, 2, 3, 23].map((length) => ({
  ids: Int32Array.from({ length }, (_, i) => (i * 17 + length) % TINY_CONFIG.vocab_size),
  shapes: Int32Array.from({ length }, (_, i) => i % 4),
}));

let folder: string;
const graph = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "chartlight-tiny-"));
  const files = shippedFiles(weights);
  await writeFile(graph("wasm.onnx"), files.wasmGraph);
  await writeFile(graph("webgpu.onnx"), files.webgpuGraph);
  await writeFile(graph(WEIGHTS_NAME), files.weights);
});
afterAll(() => rm(folder, { recursive: true }));

const plain = (input: StudentInput): StudentOutput => {
  const { tagLogits, assertionLogits } = plainStudent(weights, input);
  return { tagLogits: Float32Array.from(tagLogits), assertionLogits: Float32Array.from(assertionLogits) };
};

/** Largest difference of any logit over all inputs. */
async function gap(session: StudentSession, expected: (input: StudentInput) => StudentOutput | Promise<StudentOutput>): Promise<number> {
  let largest = 0;
  for (const input of inputs) {
    const [given, wanted] = [await session.run(input), await expected(input)];
    for (const part of ["tagLogits", "assertionLogits"] as const) {
      expect(given[part].length).toBe(input.ids.length * 7);
      for (const [i, logit] of given[part].entries()) largest = Math.max(largest, Math.abs(logit - (wanted[part][i] ?? NaN)));
    }
  }
  return largest;
}

describe.each([
  ["native", openNativeSession],
  ["WASM", openNodeWasmSession],
])("the graphs on the %s engine", (_, open) => {
  it("float32 computes the plain network", async () => {
    const reference = referenceFiles(weights);
    const own = await mkdtemp(join(tmpdir(), "chartlight-tiny-reference-"));
    await writeFile(join(own, "reference.onnx"), reference.graph);
    await writeFile(join(own, WEIGHTS_NAME), reference.weights);
    const session = await open(join(own, "reference.onnx"));
    expect(await gap(session, plain)).toBeLessThan(1e-4);
    await session.release();
    await rm(own, { recursive: true });
  });

  it("int8 weights stay near it, int8 arithmetic as well", async () => {
    const [widened, int8] = [await open(graph("webgpu.onnx")), await open(graph("wasm.onnx"))];
    expect(await gap(widened, plain)).toBeLessThan(0.05);
    expect(await gap(int8, plain)).toBeLessThan(0.1);
    await Promise.all([widened.release(), int8.release()]);
  });
});

it("int8 arithmetic is the same on both engines but for the last bits", async () => {
  const [native, wasm] = [await openNativeSession(graph("wasm.onnx")), await openNodeWasmSession(graph("wasm.onnx"))];
  expect(await gap(wasm, (input) => native.run(input))).toBeLessThan(0.02);
  await Promise.all([native.release(), wasm.release()]);
});

it("a run does not depend on the one before", async () => {
  const session = await openNodeWasmSession(graph("wasm.onnx"));
  const fresh: StudentOutput[] = [];
  for (const input of inputs) fresh.push(await session.run(input));
  for (const [i, input] of [...inputs.entries()].reverse()) expect(await session.run(input)).toEqual(fresh[i]);
  await session.release();
});

it("refuses an input whose shapes are not as many as its ids", async () => {
  const session = await openNativeSession(graph("wasm.onnx"));
  await expect(session.run({ ids: new Int32Array(3), shapes: new Int32Array(2) })).rejects.toThrow("3 ids, 2 shapes");
  await session.release();
});

it("a folder without a graph is a failure that says what to do", async () => {
  await expect(openNativeSession(graph("missing.onnx"))).rejects.toMatchObject({ code: "engine-unsupported" });
});
