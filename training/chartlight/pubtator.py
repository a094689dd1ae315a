"""PubTator files, as BC5CDR, NCBI disease and BioRED are published: title and abstract lines, then one annotation a
line. Offsets count code points over title, one separator, abstract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .corpora import CorpusError, Note, Span

TYPES = {
    "Chemical": "medication", "ChemicalEntity": "medication",
    "Disease": "disease", "DiseaseOrPhenotypicFeature": "disease",
    "SpecificDisease": "disease", "DiseaseClass": "disease", "Modifier": "disease", "CompositeMention": "disease",
}  # fmt: skip


def read_pubtator(path: Path) -> Iterator[Note]:
    """Notes of a PubTator file. Annotations of other types and relation lines are left out."""
    title, abstract, spans, first = None, None, [], 0
    with path.open(encoding="utf-8", newline="\n") as lines:
        for number, raw in enumerate(lines, 1):
            line = raw.rstrip("\r\n")
            if not line.strip():
                if title is not None:
                    yield _note(title, abstract, spans, f"{path.name}, line {first}")
                title, abstract, spans = None, None, []
            elif line.count("|") >= 2 and (head := line.split("|", 2))[1] in ("t", "a") and "\t" not in head[0]:
                if head[1] == "t":
                    title, first = (head[0], head[2]), number
                else:
                    abstract = head[2]
            else:
                spans.extend(_spans(line.split("\t"), f"{path.name}, line {number}"))
    if title is not None:
        yield _note(title, abstract, spans, f"{path.name}, line {first}")


def _spans(fields: list[str], where: str) -> Iterator[tuple[Span, str, str]]:
    if len(fields) < 5 or not (fields[1].isdigit() and fields[2].isdigit()):
        return  # a relation
    if fields[4] in TYPES:
        yield Span(int(fields[1]), int(fields[2]), TYPES[fields[4]]), fields[3], where


def _note(title: tuple[str, str], abstract: str | None, spans: list[tuple[Span, str, str]], where: str) -> Note:
    if abstract is None:
        raise CorpusError(f"{where}: a title without an abstract")
    text = f"{title[1]} {abstract}"
    for span, quote, line in spans:
        if text[span.start : span.end] != quote:
            raise CorpusError(f"{line}: span [{span.start}, {span.end}) does not hold the annotation's text")
    return Note(title[0], text, tuple(span for span, _, _ in spans))
