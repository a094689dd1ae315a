"""Labels spoiled on purpose: what a student learns from a teacher that errs in one way."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

from .corpora import Note, Span
from .labels import TYPES

NOISE = ("missed", "boundary", "type")
SHARE = 0.2
"""Of the mentions of a note, each drawn by itself."""


def spoiler(kind: str | None, seed: int) -> Callable[[Note], Note]:
    """A function that spoils the labels of a note, the same way each time for one `seed` and one note.

    `missed`: the mention is dropped. `boundary`: its first word is left out, or the word behind it taken in.
    `type`: it becomes one of the other types. None: nothing is changed.
    """
    if kind is None:
        return lambda note: note
    change = {"missed": lambda *_: None, "boundary": _other_ends, "type": _other_type}[kind]

    def spoiled(note: Note) -> Note:
        rng = random.Random(f"{seed} {note.id}")
        spans = (change(span, note.text, rng) if rng.random() < SHARE else span for span in note.spans)
        return replace(note, spans=tuple(span for span in spans if span is not None))

    return spoiled


def _other_ends(span: Span, text: str, rng: random.Random) -> Span:
    inside = re.search(r"\s\w", text[span.start : span.end])
    behind = re.compile(r"\s?\w+").match(text, span.end)
    if inside and (rng.random() < 0.5 or not behind):
        return replace(span, start=span.start + inside.start() + 1)
    return replace(span, end=behind.end()) if behind else span


def _other_type(span: Span, _text: str, rng: random.Random) -> Span:
    return replace(span, type=rng.choice([name for name in TYPES if name != span.type]))
