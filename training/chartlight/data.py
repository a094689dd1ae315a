"""Which file is read under which guideline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from .brat import read_brat
from .corpora import Note, read_jsonl
from .labels import covered_types
from .pubtator import read_pubtator
from .tokens import GUIDELINES, tokenise
from .windows import Labelled, label


@dataclass(frozen=True)
class Source:
    """Files under one guideline. Each entry lists the names that one file may have, the first one found is read:
    the project's own format, or the original download."""

    guideline: str
    files: tuple[tuple[str, ...], ...]


# Only what may be shipped in weights: see the licence column in README.md.
SYNTHETIC = Source("clinical", (("synthetic_notes.train.jsonl",),))
REAL = Source("clinical", (("clinical_notes.train.jsonl",),))
GOLD = (
    Source(
        "bc5cdr",
        (
            ("bc5cdr.train.jsonl.gz", "CDR_TrainingSet.PubTator.txt"),
            ("bc5cdr.dev.jsonl.gz", "CDR_DevelopmentSet.PubTator.txt"),
        ),
    ),
    Source("ncbi_disease", (("ncbi_disease.train.jsonl.gz", "NCBItrainset_corpus.txt"),)),
    Source("biored", (("biored.train.jsonl.gz", "BioRED_Train.PubTator", "Train.PubTator"),)),
    Source("maccrobat2020", (("maccrobat2020.train.jsonl.gz", "MACCROBAT2020"),)),
)


def read_notes(path: Path) -> Iterator[Note]:
    """A folder is read as brat, `.jsonl` and `.jsonl.gz` as the project's format, anything else as PubTator."""
    if path.is_dir():
        return read_brat(path)
    return read_jsonl(path) if ".jsonl" in path.suffixes else read_pubtator(path)


def find(folders: list[Path], *names: str) -> Path | None:
    return next((folder / name for name in names for folder in folders if (folder / name).exists()), None)


def paths_of(source: Source, folders: list[Path]) -> list[Path]:
    """The files of `source` that are in one of the folders; a file that is not there adds nothing."""
    return [path for names in source.files if (path := find(folders, *names))]


def labelled(source: Source, folders: list[Path], tokenizer: Tokenizer, change: Callable[[Note], Note] | None = None) -> list[Labelled]:
    """The notes of `source`, each after `change`, as words with their tags."""
    guideline = GUIDELINES[source.guideline]
    notes = (change(note) if change else note for path in paths_of(source, folders) for note in read_notes(path))
    pairs = ((note, tokenise(tokenizer, note.text)) for note in notes)
    return [label(note, tokens, guideline, covered_types(source.guideline)) for note, tokens in pairs if len(tokens.ids)]
