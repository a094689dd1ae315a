"""A folder of brat files (`x.txt` beside `x.ann`), as MACCROBAT is published. Offsets count code points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from .corpora import CorpusError, Note, Span

TYPES = {"Medication": "medication", "Disease_disorder": "disease", "Sign_symptom": "symptom",
         "medication": "medication", "disease": "disease", "symptom": "symptom"}  # fmt: skip
_TEXT_BOUND = re.compile(r"^T\d+\t(\S+) (\d+) (?:[\d; ]*?)(\d+)\t")


def read_brat(folder: Path) -> Iterator[Note]:
    """Notes of a brat folder, by name. A discontinuous annotation becomes the span from its first to its last piece."""
    for annotations in sorted(folder.glob("*.ann")):
        source = annotations.with_suffix(".txt")
        if not source.exists():
            raise CorpusError(f"{annotations.name}: {source.name} is missing")
        with source.open(encoding="utf-8", newline="") as file:
            text = file.read()
        yield Note(annotations.stem, text, tuple(_spans(annotations, text)))


def _spans(annotations: Path, text: str) -> Iterator[Span]:
    for number, line in enumerate(annotations.read_text("utf-8").split("\n"), 1):
        if not line.startswith("T"):
            continue
        match = _TEXT_BOUND.match(line)
        if match is None:
            raise CorpusError(f"{annotations.name}, line {number}: not a text-bound annotation")
        name, start, end = match[1], int(match[2]), int(match[3])
        if not start < end <= len(text):
            raise CorpusError(f"{annotations.name}, line {number}: span [{start}, {end}) is outside a text of {len(text)} code points")
        if name in TYPES:
            yield Span(start, end, TYPES[name])
