"""MiniLM (a BERT of 6 layers, hidden 384) with two linear outputs over words.

Shapes: N tokens in a batch row of T, W words, H hidden.
"""

from __future__ import annotations

import json
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from .fake_quantisation import QuantisableLinear
from .labels import ASSERTIONS, TAGS
from .tokens import SHAPES


class Layer(nn.Module):
    def __init__(self, config: dict) -> None:
        super().__init__()
        hidden, inner, eps = config["hidden_size"], config["intermediate_size"], config["layer_norm_eps"]
        self.heads = config["num_attention_heads"]
        self.qkv = QuantisableLinear(hidden, 3 * hidden)
        self.attention_out = QuantisableLinear(hidden, hidden)
        self.attention_norm = nn.LayerNorm(hidden, eps)
        self.ffn_in = QuantisableLinear(hidden, inner)
        self.ffn_out = QuantisableLinear(inner, hidden)
        self.ffn_norm = nn.LayerNorm(hidden, eps)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:  # (B, T, H) -> (B, T, H)
        batch, length, hidden = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        attended = attended.transpose(1, 2).reshape(batch, length, hidden)
        x = self.attention_norm(x + self.attention_out(attended))
        return self.ffn_norm(x + self.ffn_out(F.gelu(self.ffn_in(x))))


class Tagger(nn.Module):
    """Logits per token, (B, T, tags) and (B, T, assertions); `word_mean` folds them to words."""

    def __init__(self, config: dict) -> None:
        super().__init__()
        self.config = config
        hidden = config["hidden_size"]
        self.word_embedding = nn.Embedding(config["vocab_size"], hidden)
        self.position_embedding = nn.Embedding(config["max_position_embeddings"], hidden)
        self.shape_embedding = nn.Embedding(len(SHAPES), hidden)
        self.embedding_norm = nn.LayerNorm(hidden, config["layer_norm_eps"])
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(config) for _ in range(config["num_hidden_layers"]))
        self.tag_head = nn.Linear(hidden, len(TAGS))
        self.assertion_head = nn.Linear(hidden, len(ASSERTIONS))
        for head in (self.tag_head, self.assertion_head):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """ids, shapes: (B, T). mask: (B, 1, 1, T), True where a token is real; None where none is padding."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.word_embedding(ids) + self.position_embedding(positions) + self.shape_embedding(shapes)
        x = self.dropout(self.embedding_norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        x = self.dropout(x)
        return self.tag_head(x), self.assertion_head(x)

    def save(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        save_file({k: v.contiguous().float() for k, v in self.state_dict().items()}, folder / "model.safetensors")
        (folder / "config.json").write_text(json.dumps(self.config, indent=1) + "\n")


def word_mean(logits: Tensor, word: Tensor, words: int) -> Tensor:
    """Mean of the logits of each word's pieces. logits (B, T, C), word (B, T) with -1 for no word -> (words, C)."""
    flat, index = logits.flatten(0, 1), word.flatten()
    total = torch.zeros(words + 1, flat.shape[1], dtype=flat.dtype, device=flat.device)
    total = total.index_add(0, torch.where(index < 0, words, index), flat)[:words]
    count = torch.bincount(index[index >= 0], minlength=words).clamp(min=1)
    return total / count.unsqueeze(1)


def load_tagger(folder: Path) -> Tagger:
    """A Tagger from its own folder or, with fresh outputs, from a Hugging Face BERT folder."""
    config = json.loads((folder / "config.json").read_text())
    tagger = Tagger(config)
    weights = load_file(folder / "model.safetensors")
    if "tag_head.weight" not in weights:
        weights = {**tagger.state_dict(), **_from_bert(weights, config)}
    tagger.load_state_dict(weights)
    return tagger


def _from_bert(source: dict[str, Tensor], config: dict) -> dict[str, Tensor]:
    source = {name.removeprefix("bert."): value for name, value in source.items()}
    token_type = source["embeddings.token_type_embeddings.weight"][0]
    out = {
        "word_embedding.weight": source["embeddings.word_embeddings.weight"],
        "position_embedding.weight": source["embeddings.position_embeddings.weight"],
        "shape_embedding.weight": token_type.repeat(len(SHAPES), 1),
    }
    parts = {"embedding_norm": "embeddings.LayerNorm"}
    for i in range(config["num_hidden_layers"]):
        here, there = f"layers.{i}", f"encoder.layer.{i}"
        parts[f"{here}.attention_out"] = f"{there}.attention.output.dense"
        parts[f"{here}.attention_norm"] = f"{there}.attention.output.LayerNorm"
        parts[f"{here}.ffn_in"] = f"{there}.intermediate.dense"
        parts[f"{here}.ffn_out"] = f"{there}.output.dense"
        parts[f"{here}.ffn_norm"] = f"{there}.output.LayerNorm"
    for leaf in ("weight", "bias"):
        out |= {f"{ours}.{leaf}": source[f"{theirs}.{leaf}"] for ours, theirs in parts.items()}
        for i in range(config["num_hidden_layers"]):
            parts3 = [source[f"encoder.layer.{i}.attention.self.{name}.{leaf}"] for name in ("query", "key", "value")]
            out[f"layers.{i}.qkv.{leaf}"] = torch.cat(parts3)
    return out
