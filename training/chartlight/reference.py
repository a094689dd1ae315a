"""What the exporter must know of a trained model beside its weights: the token ids with a meaning, and the logits of a
few sentences of our own, to hold the graphs against.

    python -m chartlight.reference --model DIR

Writes DIR/reference.json. Logits are (T, classes), flattened row-major.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from .labels import ASSERTIONS, GUIDELINE_TYPES, TAGS
from .model import Tagger, load_tagger
from .tokens import CLS, GUIDELINES, LINE_BREAK, PARAGRAPH_BREAK, SEP, Tokens, load_tokenizer, tokenise
from .windows import MAX_TOKENS

SENTENCES = (
    ("clinical", "Pt denies chest pain or SOB. Started metoprolol 25 mg BID for atrial fibrillation."),
    ("clinical", "PMH: HTN, type 2 diabetes\nAllergies: penicillin (rash)\n\nMother had breast cancer. ?UTI – if fever returns, take paracetamol."),
    ("clinical", "😷 Naïve résumé: no nausea, no vomiting; stopped WARFARIN last year after a GI bleed→anaemia."),
    ("bc5cdr", "Hepatitis was seen in three patients after high doses of acetaminophen."),
)


@torch.inference_mode()
def reference(model: Tagger, tokens: Tokens, guideline: str) -> dict[str, list]:
    ids = np.concatenate([[CLS, GUIDELINES[guideline]], tokens.ids, [SEP]])
    shapes = np.concatenate([[0, 0], tokens.shapes, [0]])
    tags, assertions = model(torch.from_numpy(ids)[None], torch.from_numpy(shapes)[None])
    return {
        "ids": ids.tolist(),
        "shapes": shapes.tolist(),
        "tagLogits": tags.flatten().tolist(),
        "assertionLogits": assertions.flatten().tolist(),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="folder with model.safetensors, config.json, vocab.txt")
    args = parser.parse_args()
    model, tokenizer = load_tagger(args.model).eval(), load_tokenizer(args.model / "vocab.txt")
    content = {
        "tags": TAGS,
        "assertions": ASSERTIONS,
        "input": {
            "clsTokenId": CLS,
            "sepTokenId": SEP,
            "unknownTokenId": tokenizer.token_to_id("[UNK]"),
            "lineBreakTokenId": LINE_BREAK,
            "paragraphBreakTokenId": PARAGRAPH_BREAK,
            "maxTokens": MAX_TOKENS,
        },
        "guidelines": {name: {"tokenId": GUIDELINES[name], "types": types} for name, types in GUIDELINE_TYPES.items()},
        "runs": [reference(model, tokenise(tokenizer, text), guideline) for guideline, text in SENTENCES],
    }
    (args.model / "reference.json").write_text(json.dumps(content) + "\n")


if __name__ == "__main__":
    main()
