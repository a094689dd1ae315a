import { env, InferenceSession, Tensor } from "onnxruntime-web";
import { beforeAll, describe, expect, it } from "vitest";
import { FAMILIES, tinyStudent, type Family, type StudentFolder, type TinyStudentOptions } from "../../../scripts/tiny-other-student/tiny-student.ts";
import { Failure } from "../../../src/core/failure.ts";
import { mappedMentions, guessMapping } from "../../../src/core/other-student/label-mapping.ts";
import { tokenClassifier } from "../../../src/runtime/token-classifier.ts";
import type { OtherFile, OtherReading } from "../../../src/worker/other/other-api.ts";
import { createOtherEngine, type OtherEngineParts } from "../../../src/worker/other/other-engine.ts";
import { writeMarked } from "../../core/marked.ts";
import { zip } from "../../files/made/zip.ts";

const LEXICON = { aspirin: "B-DRUG", heparin: "B-DRUG", pain: "B-Symptom", diabetes: "B-Disease", mellitus: "I-Disease", mg: "B-Dosage" };

/** The engine of the page under Node. */
const openClassifier: OtherEngineParts["openClassifier"] = async ({ graph, externalData }, facts) => {
  let session: InferenceSession;
  try {
    session = await InferenceSession.create(graph, { executionProviders: ["wasm"], externalData });
  } catch {
    throw new Failure("model-corrupt", "can't be opened");
  }
  return tokenClassifier(session, facts, (type, data, dims) => (type === "int32" ? new Tensor("int32", data as Int32Array, dims) : new Tensor("int64", data as BigInt64Array, dims)));
};

beforeAll(() => {
  env.wasm.numThreads = 1;
  env.logLevel = "fatal";
});

const engine = () => createOtherEngine({ openClassifier, threads: 1, nowMs: () => performance.now(), nextTask: () => Promise.resolve() });

const filesOf = (folder: StudentFolder, base = "ours/"): OtherFile[] => Object.entries(folder).map(([name, content]) => ({ path: base + name, file: new File([content as BlobPart], name) }));

async function opened(options: Partial<TinyStudentOptions> & { family: Family }, change: (folder: StudentFolder) => StudentFolder = (folder) => folder) {
  const api = engine();
  const facts = await api.inspect(filesOf(change(tinyStudent({ lexicon: LEXICON, ...options }))));
  if (!facts.ok) return { api, failure: facts.failure };
  const loaded = await api.load({ graph: facts.value.graphs[0]?.path ?? "", wasmBinary: new ArrayBuffer(0) });
  return { api, facts: facts.value, failure: loaded.ok ? undefined : loaded.failure };
}

async function read(api: ReturnType<typeof engine>, note: string): Promise<OtherReading> {
  const result = await api.read(note, () => undefined);
  if (!result.ok || result.value === undefined) throw new Error("not read");
  return result.value;
}

const marked = async (api: ReturnType<typeof engine>, note: string) => writeMarked(note, mappedMentions((await read(api, note)).spans, guessMapping(["DRUG", "Symptom", "Disease", "Dosage"])));

describe.each(Object.keys(FAMILIES) as Family[])("a student with %s", (family) => {
  it("is looked at, loaded, and reads", async () => {
    const { api, facts, failure } = await opened({ family });
    expect(failure).toBeUndefined();
    expect(facts).toMatchObject({ name: "ours", labels: ["DRUG", "Symptom", "Disease", "Dosage"], maxTokens: 64 });
    expect(await marked(api, "chest pain,  no fever.\r\nTakes\taspirin 81 mg for diabetes mellitus 🫀 aspirin heparin")).toBe(
      "chest [S pain],  no fever.\r\nTakes\t[M aspirin] 81 mg for [D diabetes mellitus] 🫀 [M aspirin] [M heparin]",
    );
  });

  it("reads a long note in windows and loses nothing at their edges", async () => {
    const { api } = await opened({ family });
    const note = "Reports pain; on aspirin since May. Has diabetes mellitus. ".repeat(60);
    const reading = await read(api, note);
    expect(reading.windows).toBeGreaterThan(5);
    expect(reading.spans.filter(({ name }) => name === "DRUG")).toHaveLength(60);
    expect(reading.spans.filter(({ name }) => name === "Disease").map(({ start, end }) => note.slice(start, end))).toEqual(Array.from({ length: 60 }, () => "diabetes mellitus"));
  });

  it("finds nothing in a blank note", async () => {
    const { api } = await opened({ family });
    expect((await read(api, " \n\u00A0")).spans).toEqual([]);
  });
});

it("gives an unasserted mention its score", async () => {
  const { api } = await opened({ family: "byte-level-bpe" });
  const [span] = (await read(api, "on aspirin")).spans;
  expect(span?.score).toBeCloseTo(Math.exp(6) / (Math.exp(6) + 5), 5);
});

it("fills the inputs that a graph wants, and reads weights from a file beside it", async () => {
  const { api, failure } = await opened({ family: "word-piece", inputs: ["input_ids", "attention_mask", "token_type_ids", "position_ids"], weightsName: "model.onnx_data" });
  expect(failure).toBeUndefined();
  expect(await marked(api, "On ASPIRIN.")).toBe("On [M ASPIRIN].");
});

it("reads a folder in a .zip", async () => {
  const folder = tinyStudent({ family: "unigram", lexicon: LEXICON });
  const packed = zip(Object.fromEntries(Object.entries(folder).map(([name, content]) => [`theirs/${name}`, content])));
  const facts = await engine().inspect([{ path: "model.zip", file: new File([packed], "model.zip") }]);
  expect(facts).toMatchObject({ ok: true, value: { name: "theirs", family: "SentencePiece (Unigram)" } });
});

it("a newer note ends an older one", async () => {
  const { api } = await opened({ family: "word-piece" });
  const [older, newer] = [api.read("pain ".repeat(500), () => undefined), api.read("pain", () => undefined)];
  expect(await older).toEqual({ ok: true, value: undefined });
  expect(await newer).toMatchObject({ ok: true, value: { spans: [{ start: 0, end: 4 }] } });
});

const without = (...names: string[]) => (folder: StudentFolder) => Object.fromEntries(Object.entries(folder).filter(([name]) => !names.includes(name)));
const withFile = (name: string, content: string | Uint8Array) => (folder: StudentFolder) => ({ ...folder, [name]: content });
const changed = (name: string, change: (json: Record<string, unknown>) => object) => (folder: StudentFolder) => ({ ...folder, [name]: JSON.stringify(change(JSON.parse(String(folder[name])) as Record<string, unknown>)) });

describe("says what to do about", () => {
  it.each<readonly [string, (folder: StudentFolder) => StudentFolder, RegExp]>([
    ["an empty folder", () => ({}), /no config\.json.*optimum-cli/],
    ["no tokenizer.json", without("tokenizer.json"), /AutoTokenizer/],
    ["no .onnx file", without("model.onnx"), /no \.onnx file.*optimum-cli export onnx/],
    ["safetensors only", (folder) => withFile("model.safetensors", "x")(without("model.onnx")(folder)), /not as ONNX.*optimum-cli export onnx/],
    ["a damaged .onnx file", withFile("model.onnx", "version https://git-lfs.github.com/spec/v1"), /no ONNX model.*Git LFS/],
    ["an .onnx file that is cut off", (folder) => withFile("model.onnx", (folder["model.onnx"] as Uint8Array).slice(0, 2_000))(folder), /damaged/],
    ["a model that is no token classifier", changed("config.json", (config) => ({ ...config, architectures: ["BertForMaskedLM"] })), /BertForMaskedLM.*token classification/],
    ["too few labels", changed("config.json", (config) => ({ ...config, id2label: { 0: "O", 1: "B-X" } })), /knows 6 labels, config\.json names 2/],
    ["no labels", changed("config.json", (config) => ({ ...config, id2label: null, label2id: null })), /names no labels/],
    ["labels with a gap", changed("config.json", (config) => ({ ...config, id2label: { 0: "O", 2: "B-X" } })), /without a gap/],
    ["a config.json of another form", withFile("config.json", '{"id2label":7}'), /config\.json is not one/],
    ["a file that is no JSON", withFile("tokenizer.json", "{"), /tokenizer\.json is no JSON/],
    ["an unknown kind of tokenizer", changed("tokenizer.json", (json) => ({ ...json, model: { type: "Neural", vocab: {} } })), /Neural/],
    ["an unknown step of the tokenizer", changed("tokenizer.json", (json) => ({ ...json, pre_tokenizer: { type: "UnicodeScripts" } })), /Unknown PreTokenizer type: UnicodeScripts/],
    ["ids that are no numbers", changed("tokenizer.json", (json) => ({ ...json, model: { type: "BPE", vocab: { a: "x" }, merges: [] } })), /model\.vocab/],
  ])("%s", async (_, change, message) => {
    const { failure } = await opened({ family: "byte-level-bpe" }, change);
    expect(failure?.message).toMatch(message);
  });

  it.each([
    ["an input that can't be given", { inputs: ["input_ids", "bbox"] }, /wants bbox/],
    ["no input of ids", { inputs: ["attention_mask"] }, /can't be opened|no input_ids/],
  ])("%s", async (_, options, message) => {
    const { failure } = await opened({ family: "byte-level-bpe", ...options });
    expect(failure?.message).toMatch(message);
  });

  it("weights that are not there", async () => {
    const { failure } = await opened({ family: "byte-level-bpe", weightsName: "model.onnx_data" }, without("model.onnx_data"));
    expect(failure?.message).toMatch(/beside it, model\.onnx_data, which is not there/);
  });

  it("several models in one folder", async () => {
    const folder = tinyStudent({ family: "unigram", lexicon: LEXICON });
    const facts = await engine().inspect([...filesOf(folder, "all/a/"), ...filesOf(folder, "all/b/")]);
    expect(facts).toMatchObject({ ok: false, failure: { code: "model-missing" } });
  });
});

it("several .onnx files are a choice, the quantised one first", async () => {
  const { "model.onnx": graph = "", ...folder } = tinyStudent({ family: "byte-level-bpe", lexicon: LEXICON });
  const facts = await engine().inspect(filesOf({ ...folder, "onnx/model_fp16.onnx": graph, "onnx/model.onnx": graph, "onnx/model_quantized.onnx": graph }, ""));
  expect(facts).toMatchObject({ ok: true, value: { name: "roberta", graphs: [{ path: "onnx/model_quantized.onnx" }, { path: "onnx/model.onnx" }, { path: "onnx/model_fp16.onnx" }] } });
});
