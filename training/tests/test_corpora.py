import json
from pathlib import Path

import pytest

from chartlight.corpora import CorpusError, Span, read_jsonl, without_overlap


def write(tmp_path: Path, *lines: object) -> Path:
    path = tmp_path / "notes.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), "utf-8")
    return path


GOOD = {"id": "a", "text": "No fever 😀 today", "entities": [{"start": 3, "end": 8, "type": "symptom", "assertion": "absent"}]}


def test_reads_code_point_spans(tmp_path: Path) -> None:
    note = {"id": "b", "text": "😀 aspirin", "entities": [{"start": 2, "end": 9, "type": "medication", "text": "aspirin"}]}
    first, second = read_jsonl(write(tmp_path, GOOD, "", note))
    assert first.spans == (Span(3, 8, "symptom", "absent"),)
    assert second.text[second.spans[0].start : second.spans[0].end] == "aspirin"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "line 2"),
        ({"id": "x"}, "'text' is missing"),
        ({"id": "x", "text": "ab", "entities": [{"start": 0, "end": 3, "type": "disease"}]}, r"\[0, 3\) is outside"),
        ({"id": "x", "text": "ab", "entities": [{"start": 1, "end": 1, "type": "disease"}]}, r"\[1, 1\) is outside"),
        ({"id": "x", "text": "ab", "entities": [{"start": 0, "end": 1, "type": "gene"}]}, "unknown type 'gene'"),
        ({"id": "x", "text": "ab", "entities": [{"start": 0, "end": 1, "type": "disease", "text": "b"}]}, "does not hold"),
        ({"id": "x", "text": "ab", "entities": [{"start": 0, "end": 1, "type": "disease", "assertion": "no"}]}, "unknown assertion"),
        ({"id": "x", "text": 3}, "not a string"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: object, what: str) -> None:
    with pytest.raises(CorpusError, match=what) as error:
        list(read_jsonl(write(tmp_path, GOOD, line)))
    assert "notes.jsonl, line 2" in str(error.value)


def test_wrong_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "latin.jsonl"
    path.write_bytes('{"id":"a","text":"café"}'.encode("latin-1"))
    with pytest.raises(CorpusError, match="line 1: not UTF-8"):
        list(read_jsonl(path))


def test_the_longer_of_two_overlapping_spans_stays() -> None:
    short, long, apart = Span(8, 12, "symptom"), Span(0, 12, "symptom"), Span(20, 22, "disease")
    assert without_overlap((short, apart, long)) == [long, apart]
