/** tokenizer.json of three families, with a vocabulary of a few words and of all single characters that they need. */

export interface TinyTokenizer {
  /** As the files hold them. */
  readonly tokenizer: Record<string, unknown>;
  readonly config: Record<string, unknown>;
  /** config.json's model_type and longest input. */
  readonly modelType: string;
  readonly maxPositions: number;
  readonly ids: ReadonlyMap<string, number>;
  /** The tokens that a word may begin with, in the middle of a note and at its beginning. */
  readonly startsOf: (word: string) => readonly string[];
}

const added = (content: string, id: number) => ({ id, content, special: true, single_word: false, lstrip: false, rstrip: false, normalized: false });
const numbered = (tokens: readonly string[]): ReadonlyMap<string, number> => new Map([...new Set(tokens)].map((token, id) => [token, id]));

const FRAME = { version: "1.0", truncation: null, padding: null };
const template = (ids: ReadonlyMap<string, number>, [first, last]: readonly [string, string]) => ({
  type: "TemplateProcessing",
  single: [{ SpecialToken: { id: first, type_id: 0 } }, { Sequence: { id: "A", type_id: 0 } }, { SpecialToken: { id: last, type_id: 0 } }],
  pair: [],
  special_tokens: Object.fromEntries([first, last].map((token) => [token, { id: token, ids: [ids.get(token)], tokens: [token] }])),
});

/** As RoBERTa has it: bytes, merged pair by pair. `maxPositions`: tokens that the network takes, frame included. */
export function byteLevelBpe(words: readonly string[], maxPositions: number): TinyTokenizer {
  const alphabet = byteAlphabet();
  const merges: (readonly [string, string])[] = [];
  for (const word of words.flatMap((each) => [`Ġ${each}`, each])) {
    for (let end = 1; end < word.length; end++) merges.push([word.slice(0, end), word.charAt(end)]);
  }
  const distinct = [...new Map(merges.map((pair) => [pair.join(" "), pair])).values()];
  const ids = numbered(["<s>", "<pad>", "</s>", "<unk>", ...alphabet, ...distinct.map((pair) => pair.join(""))]);
  return {
    tokenizer: {
      ...FRAME,
      added_tokens: ["<s>", "<pad>", "</s>", "<unk>"].map((token) => added(token, ids.get(token) ?? 0)),
      normalizer: null,
      pre_tokenizer: { type: "ByteLevel", add_prefix_space: false, trim_offsets: true, use_regex: true },
      post_processor: { type: "RobertaProcessing", sep: ["</s>", ids.get("</s>")], cls: ["<s>", ids.get("<s>")], trim_offsets: true, add_prefix_space: false },
      decoder: { type: "ByteLevel", add_prefix_space: true, trim_offsets: true, use_regex: true },
      model: { type: "BPE", dropout: null, unk_token: null, continuing_subword_prefix: "", end_of_word_suffix: "", fuse_unk: false, vocab: Object.fromEntries(ids), merges: distinct.map((pair) => pair.join(" ")) },
    },
    config: { tokenizer_class: "RobertaTokenizer", model_max_length: maxPositions },
    modelType: "roberta",
    maxPositions: maxPositions + 2, // positions are counted from the padding's on
    ids,
    startsOf: (word) => [`Ġ${word}`, word],
  };
}

/** As XLM-RoBERTa has it: pieces with scores, the best row of them wins. */
export function unigram(words: readonly string[], maxPositions: number): TinyTokenizer {
  const ascii = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i));
  const ids = numbered(["<s>", "<pad>", "</s>", "<unk>", "▁", ...ascii, ...words.map((word) => `▁${word}`)]);
  const special = ["<s>", "<pad>", "</s>", "<unk>"];
  return {
    tokenizer: {
      ...FRAME,
      added_tokens: special.map((token) => added(token, ids.get(token) ?? 0)),
      normalizer: { type: "Sequence", normalizers: [{ type: "Precompiled", precompiled_charsmap: "" }, { type: "Replace", pattern: { Regex: " {2,}" }, content: " " }] },
      pre_tokenizer: { type: "Metaspace", replacement: "▁", prepend_scheme: "always", split: true },
      post_processor: template(ids, ["<s>", "</s>"]),
      decoder: { type: "Metaspace", replacement: "▁", prepend_scheme: "always", split: true },
      model: { type: "Unigram", unk_id: 3, byte_fallback: false, vocab: [...ids.keys()].map((token) => [token, special.includes(token) ? 0 : token.length > 2 ? -1 : -8]) },
    },
    config: { tokenizer_class: "XLMRobertaTokenizer", model_max_length: maxPositions, eos_token: "</s>" },
    modelType: "xlm-roberta",
    maxPositions: maxPositions + 2,
    ids,
    startsOf: (word) => [`▁${word}`],
  };
}

/** As BERT has it, lower-cased: the longest piece first; a word of characters that it lacks is unknown as a whole. */
export function wordPiece(words: readonly string[], maxPositions: number): TinyTokenizer {
  const letters = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((letter) => !/[A-Z]/.test(letter));
  const special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"];
  const ids = numbered([...special, ...letters, ...letters.map((letter) => `##${letter}`), ...words.map((word) => word.toLowerCase())]);
  return {
    tokenizer: {
      ...FRAME,
      added_tokens: special.map((token) => added(token, ids.get(token) ?? 0)),
      normalizer: { type: "BertNormalizer", clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
      pre_tokenizer: { type: "BertPreTokenizer" },
      post_processor: template(ids, ["[CLS]", "[SEP]"]),
      decoder: { type: "WordPiece", prefix: "##", cleanup: true },
      model: { type: "WordPiece", unk_token: "[UNK]", continuing_subword_prefix: "##", max_input_chars_per_word: 100, vocab: Object.fromEntries(ids) },
    },
    config: { tokenizer_class: "BertTokenizer", model_max_length: maxPositions, do_lower_case: true },
    modelType: "bert",
    maxPositions,
    ids,
    startsOf: (word) => [word.toLowerCase()],
  };
}

/** GPT-2's alphabet of the 256 bytes. */
function byteAlphabet(): string[] {
  const isPrintable = (byte: number) => (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) => String.fromCodePoint(isPrintable(byte) ? byte : next++));
}
