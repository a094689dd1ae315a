/** Which of the files of a folder make up a Hugging Face export. */

import { Failure } from "../failure.ts";

export interface ListedFile {
  /** With "/" between folders and name. */
  readonly path: string;
  readonly sizeBytes: number;
}

export interface FoundExport<T extends ListedFile> {
  /** The folder's own name; "" where the files came without one. */
  readonly name: string;
  readonly config: T;
  readonly tokenizer: T;
  readonly tokenizerConfig: T | undefined;
  /** At least one. The one that suits a processor best first: quantised, then plain, then other number formats. */
  readonly graphs: readonly T[];
}

/** What the page's memory takes, weights and graph together. */
export const MODEL_LIMIT_BYTES = 1_000_000_000;
const TEXT_LIMIT_BYTES = 100_000_000;

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const depthOf = (path: string): number => path.split("/").length;
const EXPORT_HINT = "optimum-cli export onnx --model FOLDER --task token-classification OUT";

/** @throws Failure `model-missing`, `file-too-large`: with what to do */
export function findExport<T extends ListedFile>(files: readonly T[]): FoundExport<T> {
  const visible = files.filter(({ path }) => !path.split("/").some((part) => part.startsWith(".") || part === "__MACOSX"));
  const at = (folder: string, name: string) => visible.find(({ path }) => path === folder + name);
  const config = baseConfig(visible);
  const folder = folderOf(config.path);
  const tokenizer = at(folder, "tokenizer.json");
  if (tokenizer === undefined) {
    throw new Failure("model-missing", 'The folder has no tokenizer.json. Write one with AutoTokenizer.from_pretrained("FOLDER").save_pretrained("FOLDER"), then choose the folder again.');
  }
  const inside = visible.filter(({ path }) => path.startsWith(folder));
  const graphs = inside.filter(({ path }) => path.toLowerCase().endsWith(".onnx")).sort((a, b) => rank(a.path) - rank(b.path) || depthOf(a.path) - depthOf(b.path) || a.path.localeCompare(b.path, "en"));
  if (graphs.length === 0) {
    const isWeights = inside.some(({ path }) => /\.(safetensors|bin|pt|h5|msgpack)$/.test(path));
    throw new Failure("model-missing", `${isWeights ? "The folder has the weights, but not as ONNX." : "The folder has no .onnx file."} Export the model with: ${EXPORT_HINT}`);
  }
  if (graphs.every(({ sizeBytes }) => sizeBytes > MODEL_LIMIT_BYTES)) {
    throw new Failure("file-too-large", "The .onnx file has more than 1 GB, which a page can't hold. Quantise it: optimum-cli onnxruntime quantize --onnx_model FOLDER --avx2 -o OUT");
  }
  const tokenizerConfig = at(folder, "tokenizer_config.json");
  for (const file of [config, tokenizer, tokenizerConfig]) {
    if (file !== undefined && file.sizeBytes > TEXT_LIMIT_BYTES) throw new Failure("file-too-large", `The file ${nameOf(file.path)} has more than 100 MB, which no tokenizer or configuration needs. Choose the folder of one model.`);
  }
  return { name: nameOf(folder.slice(0, -1)), config, tokenizer, tokenizerConfig, graphs: graphs.filter(({ sizeBytes }) => sizeBytes <= MODEL_LIMIT_BYTES) };
}

/** The config.json that lies highest, with a tokenizer beside it if there is one such. */
function baseConfig<T extends ListedFile>(files: readonly T[]): T {
  const configs = files.filter(({ path }) => nameOf(path) === "config.json");
  const complete = configs.filter(({ path }) => files.some((other) => other.path === `${folderOf(path)}tokenizer.json`));
  const candidates = (complete.length > 0 ? complete : configs).sort((a, b) => depthOf(a.path) - depthOf(b.path));
  const [first, second] = candidates;
  if (first === undefined) throw new Failure("model-missing", `There is no config.json, so it is no export of Hugging Face. Choose a folder that was written by: ${EXPORT_HINT}`);
  if (second !== undefined && depthOf(first.path) === depthOf(second.path)) throw new Failure("model-missing", "The folder holds several models. Choose the folder of one of them.");
  return first;
}

/** Low is better on a processor. */
function rank(path: string): number {
  const name = nameOf(path).toLowerCase();
  if (/quant|int8|_q8\b/.test(name)) return 0;
  if (name === "model.onnx") return 1;
  return /fp16|f16|q4|bnb|_o4/.test(name) ? 3 : 2;
}

/** The file that a graph means by `location`, beside it. */
export const besideGraph = <T extends ListedFile>(files: readonly T[], graph: T, location: string): T | undefined =>
  files.find(({ path }) => path === folderOf(graph.path) + location.replace(/^\.\//, ""));
