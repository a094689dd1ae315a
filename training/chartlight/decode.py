"""Best valid tag sequence. src/core/decode.ts does the same."""

from __future__ import annotations

import numpy as np

from .corpora import Span
from .labels import ASSERTIONS, TAGS, TYPES
from .tokens import Tokens


ADJACENCY_COST = 1  # of a mention that begins right behind one of its own type, in logits: see LOG.md


def _transitions() -> np.ndarray:
    """(from, to): what `to` after `from` adds, -inf where it may not follow. I-X follows B-X or I-X alone."""
    table = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    for begin in range(1, len(TAGS), 2):
        table[begin : begin + 2, begin] = -ADJACENCY_COST
    for to in range(2, len(TAGS), 2):
        table[:, to] = -np.inf
        table[to - 1, to] = table[to, to] = 0
    return table


TRANSITIONS = _transitions()
START = np.where(np.arange(len(TAGS)) % 2 == 0, np.where(np.arange(len(TAGS)) == 0, 0.0, -np.inf), 0.0)


def viterbi(logits: np.ndarray) -> np.ndarray:
    """logits (W, tags) -> (W,) tags of the valid sequence with the highest sum of logits and transitions."""
    if not len(logits):
        return np.zeros(0, dtype=np.int64)
    score, back = logits[0] + START, []
    for row in logits[1:]:
        candidates = score[:, None] + TRANSITIONS
        back.append(candidates.argmax(0))
        score = candidates.max(0) + row
    path = [int(score.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return np.asarray(path[::-1])


def spans(tokens: Tokens, tag_logits: np.ndarray, assertion_logits: np.ndarray, types: tuple[bool, ...]) -> list[Span]:
    """Mentions of one note from its words' logits, (W, tags) and (W, assertions). `types`: which of TYPES may be found."""
    covered = np.asarray([True, *np.repeat(types, 2)])
    out, tags, word = [], viterbi(np.where(covered, tag_logits, -np.inf)), 0
    while word < len(tags):
        if tags[word] == 0:
            word += 1
            continue
        last = word + 1
        while last < len(tags) and tags[last] == tags[word] + 1:
            last += 1
        type_index = (tags[word] - 1) // 2
        scores = assertion_logits[word:last].mean(0)
        if TYPES[type_index] != "medication":
            scores[ASSERTIONS.index("allergy")] = -np.inf
        out.append(Span(int(tokens.word_start[word]), int(tokens.word_end[last - 1]), TYPES[type_index], ASSERTIONS[int(scores.argmax())]))
        word = last
    return out
