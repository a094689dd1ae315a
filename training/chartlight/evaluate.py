"""Strict F1 and assertion accuracy of a tagger on a corpora file. For progress while training; the figures
that are published come from scripts/score.ts on the exported file.

    python -m chartlight.evaluate --model DIR --guideline clinical FILE...
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from .corpora import Note, Span, read_jsonl, without_overlap
from .decode import spans
from .labels import TYPES, covered_types
from .model import Tagger, load_tagger, word_mean
from .tokens import GUIDELINES, Tokens, load_tokenizer, tokenise
from .windows import ALL_TYPES, MAX_TOKENS, FRAME_TOKENS, Labelled, collate, label


def greedy_cut(labelled: Labelled) -> Iterable[tuple[int, int]]:
    start, total, room = 0, len(labelled.tokens.ids), MAX_TOKENS - FRAME_TOKENS
    while start < total:
        end = min(start + room, total)
        if end < total:
            inside = labelled.unit_starts[(labelled.unit_starts > start) & (labelled.unit_starts <= end)]
            end = int(inside[-1]) if len(inside) else end
        yield start, end
        start = end


@torch.inference_mode()
def predict(model: Tagger, note: Note, tokens: Tokens, guideline: str) -> list[Span]:
    if not len(tokens.ids):
        return []
    unlabelled = label(Note(note.id, note.text), tokens, GUIDELINES[guideline], ALL_TYPES)
    parts = []
    for start, end in greedy_cut(unlabelled):
        batch = collate([(unlabelled, start, end)])
        tag_logits, assertion_logits = model(batch.ids, batch.shapes, batch.mask)
        words = len(batch.tags)
        parts.append((word_mean(tag_logits, batch.word, words).numpy(), word_mean(assertion_logits, batch.word, words).numpy()))
    return spans(tokens, np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts]), covered_types(guideline))


def score(model: Tagger, notes: list[Note], tokenizer: Tokenizer, guideline: str) -> dict[str, float]:
    """Strict F1 per type that the notes hold, of all together ("micro"), and assertion accuracy on the mentions found strictly."""
    model.eval()
    hit, found, true, assertions = ({t: 0 for t in TYPES} for _ in range(4))
    labelled_assertions = 0
    for note in notes:
        predicted = {(s.start, s.end, s.type): s for s in predict(model, note, tokenise(tokenizer, note.text), guideline)}
        gold = {(s.start, s.end, s.type): s for s in without_overlap(note.spans)}
        for key in predicted:
            found[key[2]] += 1
        for key, span in gold.items():
            true[span.type] += 1
            if key in predicted:
                hit[span.type] += 1
                labelled_assertions += span.assertion is not None
                assertions[span.type] += span.assertion == predicted[key].assertion
    out = {t: 2 * hit[t] / (found[t] + true[t]) for t in TYPES if true[t]}
    if len(out) > 1:
        out["micro"] = 2 * sum(hit.values()) / (sum(found.values()) + sum(true.values()))
    if labelled_assertions:
        out["assertion"] = sum(assertions.values()) / labelled_assertions
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--model", type=Path, required=True, help="folder with model.safetensors, config.json, vocab.txt")
    parser.add_argument("--guideline", choices=GUIDELINES, default="clinical")
    args = parser.parse_args()
    model, tokenizer = load_tagger(args.model), load_tokenizer(args.model / "vocab.txt")
    for file in args.files:
        figures = score(model, list(read_jsonl(file)), tokenizer, args.guideline)
        print(file.name, *(f"{name} {value:.3f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
