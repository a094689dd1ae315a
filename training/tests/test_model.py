import numpy as np
import pytest
import torch

from chartlight.corpora import Note, Span
from chartlight.decode import spans, viterbi
from chartlight.labels import ASSERTIONS, IGNORE, TAGS, covered_types
from chartlight.model import Tagger, word_mean
from chartlight.tokens import LINE_BREAK, PARAGRAPH_BREAK, load_tokenizer, shape_of, tokenise
from chartlight.train import learning_rate_factor, loss_of
from chartlight.windows import ALL_TYPES, collate, cut, label
import random

CONFIG = {
    "vocab_size": 200, "hidden_size": 24, "intermediate_size": 48, "num_attention_heads": 2,
    "num_hidden_layers": 2, "max_position_embeddings": 300, "layer_norm_eps": 1e-12,
}


@pytest.fixture
def tokenizer(tmp_path):
    pieces = ["[PAD]", *(f"[unused{i}]" for i in range(99)), "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    pieces += ["no", "chest", "pain", "##s", "sep", "##tra", "hives", "→", ",", ".", "fever"]
    path = tmp_path / "vocab.txt"
    path.write_text("\n".join(pieces) + "\n", "utf-8")
    return load_tokenizer(path)


def test_symbols_stand_alone_and_line_ends_become_tokens(tokenizer) -> None:
    text = "Septra→HIVES\nno chest pains\n\n\nfever"
    tokens = tokenise(tokenizer, text)
    words = [text[s:e] for s, e in zip(tokens.word_start, tokens.word_end, strict=True)]
    assert words == ["Septra", "→", "HIVES", "no", "chest", "pains", "fever"]
    assert [int(i) for i in tokens.ids if i in (LINE_BREAK, PARAGRAPH_BREAK)] == [LINE_BREAK, PARAGRAPH_BREAK]
    assert [shape_of(w) for w in ("HIVES", "Septra", "pain", "mRNA", "A", "12")] == [2, 1, 0, 3, 1, 0]


def test_labels_come_back_as_spans(tokenizer) -> None:
    text = "no chest pains, Septra→hives"
    note = Note("n", text, (Span(3, 14, "symptom", "absent"), Span(16, 22, "medication", "allergy"), Span(23, 28, "symptom", "past")))
    tokens = tokenise(tokenizer, text)
    labelled = label(note, tokens, 1, ALL_TYPES)
    assertions = np.where(labelled.assertions == IGNORE, 0, labelled.assertions)
    assert spans(tokens, np.eye(len(TAGS))[labelled.tags], np.eye(len(ASSERTIONS))[assertions], ALL_TYPES) == list(note.spans)


def test_types_that_a_guideline_does_not_label_are_not_found(tokenizer) -> None:
    tokens = tokenise(tokenizer, "chest pains")
    logits = np.zeros((2, len(TAGS)))
    logits[0, TAGS.index("B-symptom")], logits[1, TAGS.index("I-symptom")] = 9, 9
    logits[:, TAGS.index("B-disease")] = 3, 0
    logits[1, TAGS.index("I-disease")] = 3
    found = spans(tokens, logits, np.zeros((2, len(ASSERTIONS))), covered_types("bc5cdr"))
    assert [(s.start, s.end, s.type) for s in found] == [(0, 11, "disease")]


def test_viterbi_never_starts_inside() -> None:
    rng = np.random.default_rng(1)
    for _ in range(200):
        tags = viterbi(rng.normal(size=(12, len(TAGS))).astype(np.float32))
        for before, tag in zip([0, *tags[:-1]], tags, strict=True):
            if tag and tag % 2 == 0:
                assert before in (tag - 1, tag)


def test_padding_changes_nothing(tokenizer) -> None:
    torch.manual_seed(0)
    model = Tagger(CONFIG).eval()
    items = [label(Note("n", t), tokenise(tokenizer, t), 1, ALL_TYPES) for t in ("chest pain", "no fever, no hives, no chest pains.")]
    both = collate([(item, 0, len(item.tokens.ids)) for item in items])
    alone = collate([(items[0], 0, len(items[0].tokens.ids))])
    together = word_mean(model(both.ids, both.shapes, both.mask)[0], both.word, len(both.tags))
    apart = word_mean(model(alone.ids, alone.shapes, alone.mask)[0], alone.word, len(alone.tags))
    torch.testing.assert_close(together[: len(alone.tags)], apart, atol=1e-5, rtol=1e-5)


def test_types_that_a_corpus_does_not_label_cost_nothing(tokenizer) -> None:
    torch.manual_seed(0)
    model = Tagger(CONFIG).eval()
    text = "chest pain"
    item = label(Note("n", text), tokenise(tokenizer, text), 1, (False, True, False))
    batch = collate([(item, 0, len(item.tokens.ids))])
    loss_of(model, batch, 1.0).backward()
    gradient = model.tag_head.weight.grad.abs().sum(1)
    assert gradient[[1, 2, 5, 6]].sum() == 0
    assert gradient[[0, 3, 4]].min() > 0


def test_windows_cover_the_note_and_fit(tokenizer) -> None:
    text = "chest pain. " * 400
    item = label(Note("n", text), tokenise(tokenizer, text), 1, ALL_TYPES)
    ranges = list(cut(item, random.Random(3)))
    assert ranges[0][0] == 0 and ranges[-1][1] == len(item.tokens.ids)
    assert all(a[1] == b[0] for a, b in zip(ranges, ranges[1:], strict=False))
    assert all(0 < end - start <= 253 for start, end in ranges)


def test_learning_rate_rises_and_falls() -> None:
    factors = [learning_rate_factor(step, 100, 0.1) for step in range(100)]
    assert factors[0] < factors[9] == 1.0 > factors[50] > factors[99] > 0
