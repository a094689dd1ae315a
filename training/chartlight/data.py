"""Which file is read under which guideline, and which types it labels."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from .corpora import Note, read_jsonl
from .labels import TYPES
from .tokens import GUIDELINES, tokenise
from .windows import ALL_TYPES, Labelled, label


def _types(*names: str) -> tuple[bool, ...]:
    return tuple(name in names for name in TYPES)


@dataclass(frozen=True)
class Source:
    guideline: str
    files: tuple[str, ...]
    types: tuple[bool, ...] = ALL_TYPES


# Only what may be shipped in weights: see the licence column of the corpora's README.
SILVER = Source("clinical", ("synthetic_notes.train.jsonl", "clinical_notes.train.jsonl"))
GOLD = (
    Source("bc5cdr", ("bc5cdr.train.jsonl.gz", "bc5cdr.dev.jsonl.gz"), _types("medication", "disease")),
    Source("ncbi_disease", ("ncbi_disease.train.jsonl.gz",), _types("disease")),
    Source("biored", ("biored.train.jsonl.gz",), _types("medication", "disease")),
    Source("maccrobat2020", ("maccrobat2020.train.jsonl.gz",)),
)


def find(folders: list[Path], name: str) -> Path | None:
    return next((folder / name for folder in folders if (folder / name).exists()), None)


def notes_of(source: Source, folders: list[Path]) -> list[Note]:
    """Notes of the files of `source` that are in one of the folders; files that are not there add nothing."""
    paths = (find(folders, name) for name in source.files)
    return [note for path in paths if path for note in read_jsonl(path)]


def labelled(source: Source, folders: list[Path], tokenizer: Tokenizer) -> list[Labelled]:
    guideline = GUIDELINES[source.guideline]
    pairs = ((note, tokenise(tokenizer, note.text)) for note in notes_of(source, folders))
    return [label(note, tokens, guideline, source.types) for note, tokens in pairs if len(tokens.ids)]
