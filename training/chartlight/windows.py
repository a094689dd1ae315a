"""Training windows: labelled token sequences of one guideline, and batches of them without much padding."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from .corpora import Note, without_overlap
from .labels import ASSERTIONS, IGNORE, TYPES, begin_tag, inside_tag
from .tokens import CLS, LINE_BREAK, NO_WORD, PAD, PARAGRAPH_BREAK, SEP, Tokens

MAX_TOKENS = 256  # with [CLS], the guideline token and [SEP]
FRAME_TOKENS = 3


@dataclass(frozen=True)
class Labelled:
    """A tokenised note with one tag and one assertion per word (IGNORE: not labelled)."""

    tokens: Tokens
    tags: np.ndarray
    assertions: np.ndarray
    unit_starts: np.ndarray  # token indices at which a line or a sentence starts
    guideline: int
    types: tuple[bool, ...]  # which of TYPES this corpus labels


def label(note: Note, tokens: Tokens, guideline: int, types: tuple[bool, ...]) -> Labelled:
    """A word belongs to a mention when they share a character."""
    tags = np.zeros(len(tokens.word_start), dtype=np.int64)
    assertions = np.full(len(tokens.word_start), IGNORE, dtype=np.int64)
    for span in without_overlap(note.spans):
        first = int(np.searchsorted(tokens.word_end, span.start, side="right"))
        last = int(np.searchsorted(tokens.word_start, span.end, side="left"))
        if first >= last:
            continue
        if tags[first] != 0:  # two mentions inside one word: the earlier one has it
            first += 1
        tags[first:last] = inside_tag(span.type)
        tags[first : first + 1] = begin_tag(span.type)
        if span.assertion is not None:
            assertions[first:last] = ASSERTIONS.index(span.assertion)
    return Labelled(tokens, tags, assertions, unit_starts(note.text, tokens), guideline, types)


def unit_starts(text: str, tokens: Tokens) -> np.ndarray:
    """Token indices after a line end, or after . ? ! and white space."""
    starts = [0]
    for i in range(1, len(tokens.ids)):
        if tokens.word[i] == NO_WORD or tokens.word[i] == tokens.word[i - 1]:
            continue
        if tokens.ids[i - 1] in (LINE_BREAK, PARAGRAPH_BREAK):
            starts.append(i)
            continue
        word = tokens.word[i]
        before = tokens.word_end[word - 1]
        if text[before - 1] in ".?!" and before < tokens.word_start[word]:
            starts.append(i)
    return np.asarray(starts)


def cut(labelled: Labelled, rng: random.Random) -> Iterator[tuple[int, int]]:
    """Token ranges that cover the note: random target lengths, ends at unit starts where there are any."""
    start, total = 0, len(labelled.tokens.ids)
    while start < total:
        room = rng.randint(MAX_TOKENS // 2, MAX_TOKENS) - FRAME_TOKENS
        end = min(start + room, total)
        if end < total:
            inside = labelled.unit_starts[(labelled.unit_starts > start) & (labelled.unit_starts <= end)]
            if len(inside):
                end = int(inside[-1])
        yield start, end
        start = end


@dataclass(frozen=True)
class Batch:
    """B windows of T tokens, W words in all. `types` (W, 3): which types the word's corpus labels."""

    ids: Tensor
    shapes: Tensor
    word: Tensor  # (B, T): index among the W words, or -1
    mask: Tensor | None
    tags: Tensor
    assertions: Tensor
    types: Tensor


def collate(windows: list[tuple[Labelled, int, int]], rng: random.Random | None = None) -> Batch:
    length = max(end - start for _, start, end in windows) + FRAME_TOKENS
    ids = np.full((len(windows), length), PAD, dtype=np.int64)
    shapes = np.zeros_like(ids)
    word = np.full_like(ids, NO_WORD)
    tags, assertions, types = [], [], []
    words = 0
    for row, (labelled, start, end) in enumerate(windows):
        tokens, n = labelled.tokens, end - start
        ids[row, :2] = CLS, labelled.guideline
        ids[row, 2 : 2 + n] = tokens.ids[start:end]
        ids[row, 2 + n] = SEP
        shapes[row, 2 : 2 + n] = _varied(tokens.shapes[start:end], rng)
        inside = tokens.word[start:end]
        real = inside[inside >= 0]
        if not len(real):
            continue
        first, last = int(real[0]), int(real[-1]) + 1
        word[row, 2 : 2 + n] = np.where(inside >= 0, inside - first + words, NO_WORD)
        tags.append(labelled.tags[first:last])
        assertions.append(labelled.assertions[first:last])
        types.append(np.tile(labelled.types, (last - first, 1)))
        words += last - first
    real = ids != PAD
    mask = None if real.all() else torch.from_numpy(real)[:, None, None, :]
    arrays = (np.concatenate(parts) for parts in (tags, assertions, types))
    return Batch(*map(torch.from_numpy, (ids, shapes, word)), mask, *map(torch.from_numpy, arrays))


def _varied(shapes: np.ndarray, rng: random.Random | None) -> np.ndarray:
    """Now and then a window typed in lower case or in capitals throughout, as some notes are."""
    if rng is None:
        return shapes
    dice = rng.random()
    return np.zeros_like(shapes) if dice < 0.08 else np.full_like(shapes, 2) if dice > 0.96 else shapes


def batches(data: list[Labelled], tokens_per_batch: int, seed: int) -> Iterator[Batch]:
    """Endless passes over the data in an order that `seed` fixes; windows of like length share a batch."""
    rng = random.Random(seed)
    while True:
        windows = [(labelled, *span) for labelled in data for span in cut(labelled, rng)]
        windows.sort(key=lambda w: (w[2] - w[1], rng.random()))
        groups: list[list] = [[]]
        for window in windows:
            if (len(groups[-1]) + 1) * (window[2] - window[1] + FRAME_TOKENS) > tokens_per_batch and groups[-1]:
                groups.append([])
            groups[-1].append(window)
        rng.shuffle(groups)
        for group in groups:
            yield collate(group, rng)


ALL_TYPES = (True,) * len(TYPES)
