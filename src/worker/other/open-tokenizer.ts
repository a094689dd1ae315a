/** The tokeniser of another student: Hugging Face's own, in JavaScript, run from the files alone. */

import { Tokenizer } from "@huggingface/tokenizers";
import { Failure } from "../../core/failure.ts";
import type { ExportTokenizer } from "../../core/other-student/export-tokenizer.ts";
import type { OtherTokenizer } from "../../core/other-student/read-other.ts";
import { tokenStyleOf } from "../../core/other-student/token-style.ts";

/** In every vocabulary of a language with letters. */
const PROBE = "a";

/** `config`: tokenizer_config.json, an empty object where there is none. @throws Failure `model-unsupported` */
export function openTokenizer(parsed: ExportTokenizer, config: object): OtherTokenizer {
  let tokenizer: Tokenizer;
  try {
    tokenizer = new Tokenizer(parsed, config);
    tokenizer.encode(PROBE);
  } catch (error) {
    const step = /^Unknown [A-Za-z]+ type: [A-Za-z]{1,40}$/.exec(error instanceof Error ? error.message : "")?.[0];
    throw new Failure("model-unsupported", `The tokenizer.json asks for a step that can't be run here${step === undefined ? "" : ` (${step})`}. Try another model of the same kind.`, { cause: error });
  }
  const encode = (text: string): { ids: number[]; tokens: string[] } => {
    const { ids, tokens } = tokenizer.encode(text, { add_special_tokens: false });
    if (ids.some((id) => !Number.isInteger(id))) throw new Failure("model-unsupported", "The tokenizer.json has no token for unknown text. Save the tokenizer with one (unk_token).");
    return { ids, tokens };
  };
  return { style: tokenStyleOf(parsed), frame: frameOf(tokenizer.encode(PROBE).ids, encode(PROBE).ids), encode };
}

/** What stands around `inner` in `whole`. */
function frameOf(whole: readonly number[], inner: readonly number[]): OtherTokenizer["frame"] {
  for (let at = 0; at + inner.length <= whole.length; at++) {
    if (inner.every((id, i) => whole[at + i] === id)) return { before: whole.slice(0, at), after: whole.slice(at + inner.length) };
  }
  return { before: [], after: [] };
}
