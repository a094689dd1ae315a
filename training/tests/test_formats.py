from pathlib import Path

import pytest

from chartlight.brat import read_brat
from chartlight.corpora import CorpusError, Span
from chartlight.pubtator import read_pubtator

PUBTATOR = """1|t|Aspirin and gastritis
1|a|😀 Bleeding | after aspirin.
1\t0\t7\tAspirin\tChemical\tD1
1\t12\t21\tgastritis\tDisease\tD2
1\t41\t48\taspirin\tChemical\tD1
1\tCID\tD1\tD2

2|t|Nothing
2|a|here
"""


def test_pubtator(tmp_path: Path) -> None:
    path = tmp_path / "x.PubTator.txt"
    path.write_text(PUBTATOR, "utf-8")
    first, second = read_pubtator(path)
    assert first.spans == (Span(0, 7, "medication"), Span(12, 21, "disease"), Span(41, 48, "medication"))
    assert second.text == "Nothing here" and second.spans == ()


@pytest.mark.parametrize(("broken", "what"), [("\t0\t7\tAspirin\t", "line 3"), ("1|a|", "line 1: a title without")])
def test_pubtator_says_where_it_is_broken(tmp_path: Path, broken: str, what: str) -> None:
    path = tmp_path / "x.txt"
    path.write_text(PUBTATOR.replace(broken, "\t1\t7\tAspirin\t" if "\t" in broken else "x", 1), "utf-8")
    with pytest.raises(CorpusError, match=what):
        list(read_pubtator(path))


def test_brat(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("😀 chest pain\r\nand gout", "utf-8", newline="")
    (tmp_path / "a.ann").write_text("T1\tSign_symptom 8 12\tpain\nT2\tDisease_disorder 18 22\tgout\nT3\tAge 0 1\tx\n*\tOVERLAP T1 T2\n", "utf-8")
    (note,) = read_brat(tmp_path)
    assert note.spans == (Span(8, 12, "symptom"), Span(18, 22, "disease"))
    assert note.text[18:22] == "gout"


def test_brat_discontinuous_takes_the_whole_reach(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("left and right knee pain", "utf-8")
    (tmp_path / "a.ann").write_text("T1\tSign_symptom 0 4;15 24\tleft knee pain\n", "utf-8")
    assert next(read_brat(tmp_path)).spans == (Span(0, 24, "symptom"),)


def test_brat_says_where_it_is_broken(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("gout", "utf-8")
    (tmp_path / "a.ann").write_text("T1\tDisease_disorder 0 9\tgout\n", "utf-8")
    with pytest.raises(CorpusError, match=r"a.ann, line 1: span \[0, 9\)"):
        list(read_brat(tmp_path))
    (tmp_path / "a.txt").unlink()
    with pytest.raises(CorpusError, match="a.txt is missing"):
        list(read_brat(tmp_path))
