"""Readers. Every reader yields `Note`s whose spans count Unicode code points.

A bad line is an error that names the file and the line, never a silent skip.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .labels import ASSERTIONS, TYPES


class CorpusError(ValueError):
    """A corpus file that does not keep the format; the message says where."""


@dataclass(frozen=True)
class Span:
    """A labelled piece of a note: `text[start:end]`, code points."""

    start: int
    end: int
    type: str
    assertion: str | None = None


@dataclass(frozen=True)
class Note:
    id: str
    text: str
    spans: tuple[Span, ...] = field(default=())


def read_jsonl(path: Path) -> Iterator[Note]:
    """Notes of a `.jsonl` or `.jsonl.gz` file: `{"id","text","entities":[{"start","end","type",…}]}`.

    Entities of type `other` are dropped. An unlabelled note has no `entities`.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rb") as lines:
        for number, raw in enumerate(lines, 1):
            try:
                line = raw.decode("utf-8")
                if line.strip():
                    yield _note(json.loads(line))
            except UnicodeDecodeError as error:
                raise CorpusError(f"{path.name}, line {number}: not UTF-8 (byte {error.start})") from None
            except (json.JSONDecodeError, KeyError, TypeError, CorpusError) as error:
                what = f"field {error} is missing" if isinstance(error, KeyError) else str(error)
                raise CorpusError(f"{path.name}, line {number}: {what}") from None


def _note(record: dict) -> Note:
    text = record["text"]
    if not isinstance(text, str):
        raise CorpusError("text is not a string")
    spans = [_span(entity, text) for entity in record.get("entities", [])]
    return Note(str(record["id"]), text, tuple(span for span in spans if span.type in TYPES))


def _span(entity: dict, text: str) -> Span:
    span = Span(entity["start"], entity["end"], entity["type"], entity.get("assertion"))
    if not (isinstance(span.start, int) and isinstance(span.end, int) and 0 <= span.start < span.end <= len(text)):
        raise CorpusError(f"span [{span.start}, {span.end}) is outside a text of {len(text)} code points")
    if span.type not in (*TYPES, "other"):
        raise CorpusError(f"unknown type {span.type!r}")
    if span.assertion is not None and span.assertion not in ASSERTIONS:
        raise CorpusError(f"unknown assertion {span.assertion!r}")
    if "text" in entity and text[span.start : span.end] != entity["text"]:
        raise CorpusError(f"span [{span.start}, {span.end}) does not hold the entity's text")
    return span


def without_overlap(spans: tuple[Span, ...]) -> list[Span]:
    """The spans in order; where two overlap the longer one stays (guideline v1.1)."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)
