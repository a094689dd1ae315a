from chartlight.corpora import Note, Span
from chartlight.noise import NOISE, spoiler

TEXT = "Takes aspirin daily for severe chest pain and old atrial fibrillation. " * 40
WORDS = {"aspirin": "medication", "severe chest pain": "symptom", "atrial fibrillation": "disease"}


def note() -> Note:
    spans = [
        Span(start, start + len(word), kind, "present")
        for word, kind in WORDS.items()
        for start in range(len(TEXT))
        if TEXT.startswith(word, start)
    ]
    return Note("1", TEXT, tuple(sorted(spans, key=lambda span: span.start)))


def test_about_a_fifth_is_spoiled_and_the_rest_is_untouched():
    for kind in NOISE:
        before, after = note(), spoiler(kind, 1)(note())
        kept = set(before.spans) & set(after.spans)
        assert 0.7 < len(kept) / len(before.spans) < 0.9, kind
        assert after.text == before.text


def test_each_kind_errs_in_its_own_way():
    before = note()
    assert len(spoiler("missed", 1)(before).spans) < len(before.spans)
    other_types = spoiler("type", 1)(before).spans
    assert [(s.start, s.end) for s in other_types] == [(s.start, s.end) for s in before.spans]
    other_ends = spoiler("boundary", 1)(before).spans
    assert [s.type for s in other_ends] == [s.type for s in before.spans]
    for old, new in zip(before.spans, other_ends, strict=True):
        words = TEXT[new.start : new.end].split()
        assert (new.start, new.end) == (old.start, old.end) or abs(len(words) - len(TEXT[old.start : old.end].split())) == 1


def test_one_seed_spoils_one_note_the_same_way():
    assert spoiler("boundary", 3)(note()) == spoiler("boundary", 3)(note())
    assert spoiler("boundary", 3)(note()) != spoiler("boundary", 4)(note())
    assert spoiler(None, 3)(note()) == note()
