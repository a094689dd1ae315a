/** How a tokenizer.json writes its tokens: what in them is text, what is a sign, what is unknown. */

export interface TokenStyle {
  /** Tokens are written in GPT-2's alphabet of bytes. */
  readonly bytes: boolean;
  /** Tokens like <0x0A> are bytes. */
  readonly byteFallback: boolean;
  /** Before a token that goes on with a word ("##"); "" where there is none. */
  readonly continuingPrefix: string;
  /** Behind a token that ends a word ("</w>"), or goes on with one ("@@"); none where the list is empty. */
  readonly suffixes: readonly string[];
  /** Stands for text that the vocabulary lacks; undefined where such text stays as it is. */
  readonly unknown: string | undefined;
  /** Words are tokenised one by one and spaces leave no trace, so a note may be given word by word. */
  readonly byWord: boolean;
}

/** Fields of tokenizer.json that are looked at here. */
export interface TokenizerParts {
  readonly model: {
    readonly type?: string | undefined;
    readonly unk_token?: string | null | undefined;
    readonly continuing_subword_prefix?: string | null | undefined;
    readonly continuing_subword_suffix?: string | null | undefined;
    readonly end_of_word_suffix?: string | null | undefined;
    readonly byte_fallback?: boolean | null | undefined;
  };
  readonly pre_tokenizer?: unknown;
  readonly decoder?: unknown;
}

const SPLIT_AT_SPACES = ["BertPreTokenizer", "Whitespace", "WhitespaceSplit"];

export function tokenStyleOf({ model, pre_tokenizer: preTokenizer, decoder }: TokenizerParts): TokenStyle {
  const steps = stepTypes(preTokenizer);
  const isUnigram = model.type === "Unigram";
  return {
    bytes: steps.includes("ByteLevel") || stepTypes(decoder).includes("ByteLevel"),
    byteFallback: model.byte_fallback === true,
    continuingPrefix: model.type === "WordPiece" ? (model.continuing_subword_prefix ?? "##") : "",
    suffixes: [model.end_of_word_suffix, model.continuing_subword_suffix].flatMap((suffix) => (typeof suffix === "string" && suffix !== "" ? [suffix] : [])),
    unknown: isUnigram ? undefined : (model.unk_token ?? undefined), // Unigram gives the unknown characters themselves
    byWord: steps.length > 0 && SPLIT_AT_SPACES.includes(steps[0] ?? "") && steps.every((step) => SPLIT_AT_SPACES.includes(step) || step === "Punctuation" || step === "Digits"),
  };
}

/** Names of a step and of the steps within it. */
function stepTypes(step: unknown): string[] {
  if (typeof step !== "object" || step === null) return [];
  const { type, pretokenizers, decoders } = step as { type?: unknown; pretokenizers?: unknown; decoders?: unknown };
  const within = [pretokenizers, decoders].flatMap((list): unknown[] => (Array.isArray(list) ? list : []));
  return [...(typeof type === "string" && type !== "Sequence" ? [type] : []), ...within.flatMap(stepTypes)];
}

/** "WordPiece", "byte-level BPE", "SentencePiece (Unigram)", …: the tokeniser's family, for people. */
export function familyOf(parts: TokenizerParts): string {
  const { type = "unknown" } = parts.model;
  if (type === "BPE" && tokenStyleOf(parts).bytes) return "byte-level BPE";
  return type === "Unigram" ? "SentencePiece (Unigram)" : type;
}
