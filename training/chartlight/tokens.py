"""Note text to model input. src/core/wordpiece.ts and src/core/note-tokens.ts do the same in TypeScript;
tests/golden/tokens.json holds the two together.

Beside the WordPiece ids the student reads two things that an uncased WordPiece throws away:

- line ends: a run of white space with one line feed becomes one LINE_BREAK token, with two or more a
  PARAGRAPH_BREAK token (lists and headings of clinical notes live in them);
- letter case: a shape id per token, added as an embedding ("SI" is not "si").
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Regex, Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer, Sequence, Split

CLS, SEP, PAD = 101, 102, 0
LINE_BREAK, PARAGRAPH_BREAK = 10, 11  # [unused9], [unused10]
NO_WORD = -1

SHAPES = ("lower", "capitalised", "upper", "mixed")

GUIDELINES = {  # guideline token after [CLS]: whose annotation rules to follow (design.md)
    "clinical": 1,
    "bc5cdr": 2,
    "ncbi_disease": 3,
    "biored": 4,
    "maccrobat2020": 5,
}


@dataclass(frozen=True)
class Tokens:
    """One note as model tokens; four arrays of the same length.

    ids, shapes: int. word: index of the token's word, NO_WORD for a break token.
    word_start, word_end: one entry per *word*, code point offsets into the note.
    """

    ids: np.ndarray
    shapes: np.ndarray
    word: np.ndarray
    word_start: np.ndarray
    word_end: np.ndarray


def load_tokenizer(vocab_file: Path) -> Tokenizer:
    """Uncased BERT WordPiece over `vocab.txt`, with symbols split off like punctuation ("Septra→hives" is three
    words). No special token is recognised inside a note's text."""
    vocab = {piece: i for i, piece in enumerate(vocab_file.read_text("utf-8").split("\n")) if piece}
    tokenizer = Tokenizer(WordPiece(vocab, unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = BertNormalizer(clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=True)
    tokenizer.pre_tokenizer = Sequence([BertPreTokenizer(), Split(Regex(r"\p{S}"), "isolated")])
    return tokenizer


def shape_of(piece: str) -> int:
    """Index into SHAPES from the note's own characters under one token."""
    cased = [c for c in piece if c.isupper() or c.islower()]
    upper = sum(c.isupper() for c in cased)
    if upper == 0:
        return 0
    if upper == len(cased):
        return 2 if len(cased) > 1 else 1
    return 1 if upper == 1 and cased[0].isupper() else 3


def tokenise(tokenizer: Tokenizer, text: str) -> Tokens:
    encoding = tokenizer.encode(text, add_special_tokens=False)
    ids, shapes, word, word_start, word_end = [], [], [], [], []
    previous_word, previous_end = None, 0
    for piece, (start, end), word_id in zip(encoding.ids, encoding.offsets, encoding.word_ids, strict=True):
        if word_id != previous_word:
            breaks = text.count("\n", previous_end, start)
            if breaks and word_start:
                ids.append(LINE_BREAK if breaks == 1 else PARAGRAPH_BREAK)
                shapes.append(0)
                word.append(NO_WORD)
            word_start.append(start)
            word_end.append(end)
            previous_word = word_id
        ids.append(piece)
        shapes.append(shape_of(text[start:end]))
        word.append(len(word_start) - 1)
        word_end[-1] = end
        previous_end = end
    return Tokens(*(np.asarray(a, dtype=np.int64) for a in (ids, shapes, word, word_start, word_end)))
