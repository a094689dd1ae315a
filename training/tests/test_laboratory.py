import random

from chartlight.corpora import Note, Span
from chartlight.laboratory import SUBSTANCES, sentence, with_laboratory


def test_a_mention_of_a_sentence_is_a_substance_that_is_given():
    rng = random.Random(1)
    spans = 0
    for _ in range(500):
        text, mentions = sentence(rng)
        assert "{" not in text
        spans += len(mentions)
        assert all(text[span.start : span.end] in SUBSTANCES for span in mentions)
    assert 50 < spans < 150


def test_the_mentions_of_the_note_keep_their_words():
    text = "Takes aspirin. No chest pain, no fever\n\nSent home. Aspirin goes on.\n"
    words = ("aspirin", "chest pain", "fever", "Aspirin")
    note = Note("1", text, tuple(Span(text.index(w), text.index(w) + len(w), "symptom", "absent") for w in words))
    for seed in range(200):
        longer = with_laboratory(note, random.Random(seed))
        kept = [span for span in longer.spans if span.type == "symptom"]
        assert [longer.text[s.start : s.end] for s in kept] == list(words)
        assert len(longer.text) > len(text)
        ends = [end for span in longer.spans for end in (span.start, span.end)]
        assert ends == sorted(ends)


def test_a_note_without_an_end_of_a_sentence_stays():
    note = Note("1", "Takes aspirin", (Span(6, 13, "medication"),))
    assert with_laboratory(note, random.Random(1)) == note
