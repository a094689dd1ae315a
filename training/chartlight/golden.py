"""Tokens and spans that TypeScript must reproduce.

    python -m chartlight.golden --vocab ../public/models/student-1/vocab.txt
        writes tokens.json from the texts below (ours, no patient's), and spans.json from random logits, to ../tests/golden.
    python -m chartlight.golden --vocab VOCAB --corpora FOLDER... --out FILE
        writes the tokens of every note of *.jsonl and *.jsonl.gz in the folders, and of every code point,
        one note a line, for `npx tsx scripts/check-tokens.ts FILE`. Holds note texts: keep it out of the repository.

Offsets are written in code points and, in tokens.json, in UTF-16 units as well.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from .corpora import read_jsonl
from .decode import spans
from .labels import ASSERTIONS, TAGS, TYPES
from .tokens import Tokens, load_tokenizer, tokenise

TEXTS = (
    "",
    " \t\r\n",
    "HPI: 62 y/o F c/o SOB x3d, denies CP. PMHx: HTN, DM2, s/p CABG '09.",
    "Meds:\n1. Aspirin 81 mg PO daily\n2. metFORMIN 1,000 mg BID\n\nAllergies: Penicillin (hives)",
    "A/P:\r\n- COPD exacerbation\r\n- r/o PE\r\n\r\n\r\n  Plan: CT-PA",
    "\n\n  leading blank lines\n \n\t\ntrailing blank lines\n\n",
    "a\rb carriage return alone",
    "BP 128/76; T 38.5\u00b0C; K+ 3.4; \u00bd tab; 25 \u00b5g; 10 \u03bcg; x\u00b2; Na\u2191, Hgb\u2193, Septra\u2192hives",
    "na\u00efve caf\u00e9 Sj\u00f6gren's M\u00e9ni\u00e8re \u00c5ngstr\u00f6m \u00d8re stra\u00dfe STRA\u1e9eE",
    "nai\u0308ve cafe\u0301 Sjo\u0308gren e\u0301\u0302 \u0301a\u0301 \u0301",
    "\u0130stanbul \u0130\u0130 D\u0130A \u0131 \u01c5 \ufb01brosis \ufb03 \u0149",
    "\u039f\u0394\u039f\u03a3 \u03b1-blocker \u03a3\u03b1\u03c2 \u2126",
    "\U0001f915 headache \U0001f48a\U0001f48aibuprofen\U0001f44d\U0001f3fd ok \U0001f468\u200d\U0001f469\u200d\U0001f467 \u263a\ufe0f \U0001d400\U0001d7d8",
    "\U0001f1e9\U0001f1ea1\ufe0f\u20e3x \U0001d15e\U00020000\U0002b820",
    "\u60a3\u8005has\u7cd6\u5c3f\u75c5 \u75c5 kana \u30ab\u30bf\u30ab\u30ca\u3072\u3089\u304c\u306a \u3007\u3005 \ufa0e\u2f00\uf900",
    "\ub450\ud1b5 \u1112\u1161\u11ab \u3131 \ud55c\uae00abc",
    "\u05db\u05d0\u05d1 \u05e8\u05d0\u05e9 \u0635\u062f\u0627\u0639 \u064a\u064f\u0648\u0646 \u200fRTL\u200e \u202bmarks\u202c",
    "\u0939\u093f\u0928\u094d\u0926\u0940 \u0e1b\u0e27\u0e14\u0e2b\u0e31\u0e27",
    "asp\u00adirin co\u200bdeine \ufeffBOM no\u200djoin a\u0000b c\ufffdd e\u0007f g\u0085h i\u000bj k\u000cl m\u001cn \x7f",
    "no\u00a0break thin\u2009space\u2028line\u2029para\u3000wide\u202fnarrow\u1680ogham",
    "[CLS] [MASK] [SEP] [UNK] [PAD] [unused9] [unused10]##ing ##s # # _ __init__",
    "\u201cquoted\u201d\u2014dash\u2026 \u2018x\u2019 \u00abg\u00bb \u00b7 \u2022 bullet \u00a7 \u00b6 \u20ac5 \u00a35 $5 ^ ` ~ + < = > | \u00b4 \u00a8 \u00af \u00b8",
    "x" * 100 + " " + "x" * 101 + " " + "\u00e9" * 100 + " " + "e\u0301" * 101 + " " + "\U0001d400" * 100 + " " + "\U00010400" * 101,
    "SI si Si sI iPhone pH mRNA HbA1c IL-6 T3N1M0 McDonald O'Brien 5-FU \u00c9COLE \u00c9cole",
    "supercalifragilisticexpialidocious pneumonoultramicroscopicsilicovolcanoconiosis zzzqqqxxx\u2c00\u0377",
    "word\u20ddenclosed \u0903visarga a\u0378b \ue000private\U000e0001tag a\U000e0100v",
    "\n".join(f"{n}) step {n}" for n in range(1, 15)),
)


def record(tokenizer: Tokenizer, text: str) -> dict:
    tokens = tokenise(tokenizer, text)
    columns = {"ids": tokens.ids, "shapes": tokens.shapes, "word": tokens.word, "wordStart": tokens.word_start, "wordEnd": tokens.word_end}
    return {"text": text, **{name: column.tolist() for name, column in columns.items()}}


def utf16(text: str, offsets: list[int]) -> list[int]:
    return [len(text[:offset].encode("utf-16-le")) // 2 for offset in offsets]


def golden(tokenizer: Tokenizer) -> list[dict]:
    records = [record(tokenizer, text) for text in TEXTS]
    for r in records:
        r["wordStartUtf16"], r["wordEndUtf16"] = utf16(r["text"], r["wordStart"]), utf16(r["text"], r["wordEnd"])
    return records


def decoded(seed: int) -> dict:
    """Random logits of one-letter words with a space between, and their spans; word k stands at [2k, 2k + 1)."""
    rng = np.random.default_rng(seed)
    words = int(rng.integers(0, 12))
    tag_logits = rng.integers(-40, 41, (words, len(TAGS))) / 8  # exact in binary: both languages see the same numbers
    assertion_logits = rng.integers(-40, 41, (words, len(ASSERTIONS))) / 8
    start = 2 * np.arange(words)
    tokens = Tokens(np.zeros(words), np.zeros(words), np.arange(words), start, start + 1)
    types = [list(TYPES), ["medication", "disease"], ["disease"]][seed % 3]
    covered = tuple(name in types for name in TYPES)
    found = [[s.start, s.end, s.type, s.assertion] for s in spans(tokens, tag_logits, assertion_logits, covered)]
    return {"types": types, "tagLogits": tag_logits.tolist(), "assertionLogits": assertion_logits.tolist(), "spans": found}


def write_array(file: Path, records: list[dict]) -> None:
    file.write_text("[\n" + ",\n".join(json.dumps(r, separators=(",", ":")) for r in records) + "\n]\n", "utf-8")


def code_points() -> Iterator[str]:
    """Every code point between two letters, in notes of a few thousand. Surrogates can't be encoded; letters newer than
    this Python have no case here and may have one in JavaScript."""
    points = [chr(c) for c in range(0x110000) if unicodedata.category(chr(c)) not in ("Cs", "Cn")]
    for first in range(0, len(points), 4096):
        yield "\n".join(f"x{c}y" for c in points[first : first + 4096])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vocab", type=Path, required=True, help="vocab.txt of the model")
    parser.add_argument("--corpora", type=Path, nargs="+", metavar="FOLDER", help="check these folders' notes instead of our texts")
    parser.add_argument("--out", type=Path, help="file for --corpora; else the folder (default ../tests/golden)")
    args = parser.parse_args()
    tokenizer = load_tokenizer(args.vocab)
    if not args.corpora:
        folder = args.out or Path("../tests/golden")
        write_array(folder / "tokens.json", golden(tokenizer))
        write_array(folder / "spans.json", [decoded(seed) for seed in range(20)])
        return
    if not args.out:
        parser.error("--corpora needs --out")
    files = sorted(file for folder in args.corpora for file in folder.glob("*.jsonl*"))
    with args.out.open("w", encoding="utf-8") as out:
        for name, texts in [*((file.name, (note.text for note in read_jsonl(file))) for file in files), ("code points", code_points())]:
            count = 0
            for count, text in enumerate(texts, 1):
                out.write(json.dumps({"source": name, **record(tokenizer, text)}) + "\n")
            print(f"{name}: {count} notes")


if __name__ == "__main__":
    main()
