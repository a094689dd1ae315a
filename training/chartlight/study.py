"""How much data, of what kind, with what noise: short training runs under equal conditions, one after another.

    python -m chartlight.study --data ../data --corpora CORPORA ANNOTATION --out runs/study --write ../docs/study.json

Each run is `chartlight.train` with the same number of steps from the same base, so a run on few notes passes over
them more often. What is done is not done again. Only the figures go into --write, in the order of RUNS.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

STEPS, TOKENS = 300, 3072
FIXED = ("--steps", f"{STEPS}", "--tokens", f"{TOKENS}", "--int8-from", "1", "--laboratory", "0", "--average-decay", "0.98", "--checkpoint-every", "1000")
FILES = ("clinical_notes.dev.jsonl", "synthetic_notes.dev.jsonl", "shorthand_notes.dev.jsonl")


@dataclass(frozen=True)
class Run:
    """`labels`: who labelled the clinical notes. `guideline`: whose rules the dev notes are read by."""

    name: str
    sources: tuple[str, ...]
    share: float = 1.0
    noise: str | None = None
    labels: str = "language model"
    guideline: str = "clinical"
    seed: int = 1


SILVER = ("synthetic", "real")
SHARES = (1.0, 1 / 9, 1 / 3)

RUNS = (
    Run("silver", SILVER),
    Run("gold", ("gold",), guideline="maccrobat2020"),
    Run("silver and gold", (*SILVER, "gold")),
    Run("ontology silver", (), labels="ontologies"),
    *(Run(f"{kind} {share:.2f}", (kind,), share) for share in SHARES for kind in ("real", "synthetic")),
    *(Run(f"silver {share:.2f}", SILVER, share) for share in SHARES[1:]),
    *(Run(f"noise: {kind}", SILVER, noise=kind) for kind in ("missed", "boundary", "type")),
    *(Run(f"{run.name}, seed {seed}", run.sources, guideline=run.guideline, labels=run.labels, seed=seed)
      for seed in (2, 3)
      for run in (Run("silver", SILVER), Run("silver and gold", (*SILVER, "gold")), Run("real", ("real",)), Run("synthetic", ("synthetic",)))),
)


def train(run: Run, args: argparse.Namespace, out: Path) -> None:
    silver = args.ontology if run.labels == "ontologies" else []
    command = [
        sys.executable, "-m", "chartlight.train", "--data", args.data, "--corpora", *args.corpora, "--out", out,
        "--sources", *run.sources, "--share", run.share, "--seed", run.seed, "--dev-guideline", run.guideline, *FIXED,
        *(["--silver", *silver] if silver else []), *(["--noise", run.noise] if run.noise else []),
    ]
    subprocess.run([str(part) for part in command], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, nargs="*", default=[])
    parser.add_argument("--ontology", type=Path, nargs="*", default=[], help="the silver notes as label.ts labels them by ontologies")
    parser.add_argument("--out", type=Path, required=True, help="folder of the runs; each is kept without its weights")
    parser.add_argument("--write", type=Path, required=True, help="JSON of all figures")
    parser.add_argument("--only", help="comma-separated names of runs")
    args = parser.parse_args()
    chosen = [run for run in RUNS if args.only is None or run.name in args.only.split(",")]
    for run in chosen:
        if run.labels == "ontologies" and not args.ontology:
            print(f"{run.name}: left out, there is no --ontology")
            continue
        out = args.out / run.name.replace(":", "").replace(" ", "-")
        done = out / "study.json"
        if not done.exists():
            if not (out / "meta.json").exists():
                print(f"== {run.name}", flush=True)
                train(run, args, out)
            meta = json.loads((out / "meta.json").read_text())
            dev = {name: meta["devStrictF1"][name] for name in FILES if name in meta["devStrictF1"]}
            record = vars(run) | {"steps": STEPS, "tokens": TOKENS, "notes": meta["notes"], "dev": dev}
            done.write_text(json.dumps(record))
            (out / "model.safetensors").unlink()
        write(args)


def write(args: argparse.Namespace) -> None:
    """All runs that are done, in the order of RUNS."""
    paths = [args.out / run.name.replace(":", "").replace(" ", "-") / "study.json" for run in RUNS]
    records = [json.loads(path.read_text()) for path in paths if path.exists()]
    args.write.write_text(json.dumps({"runs": _rounded(records)}, indent=1) + "\n")


def _rounded(value):
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    return [_rounded(part) for part in value] if isinstance(value, list | tuple) else value


if __name__ == "__main__":
    main()
