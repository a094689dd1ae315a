"""int8 arithmetic simulated in training, so that the weights learn to live with it (Jacob et al. 2018, straight-through
estimator). Mirrors the WASM graph: weights int8 per output channel, activations with one range per token."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn


def _straight_through(value: Tensor, rounded: Tensor) -> Tensor:
    """The rounded value on the way forward, the gradient of the value on the way back."""
    return value + (rounded - value).detach()


def round_rows(x: Tensor) -> Tensor:
    """x (..., C) on a grid of 255 steps whose range is the row's largest magnitude: a weight's output channel, or a
    token's activation."""
    scale = x.detach().abs().amax(-1, keepdim=True).clamp(min=1e-8) / 127
    return _straight_through(x, torch.round(x / scale) * scale)


class QuantisableLinear(nn.Linear):
    """A linear layer that calculates as int8 would while `int8` is set."""

    int8 = False

    def forward(self, x: Tensor) -> Tensor:
        if not self.int8:
            return super().forward(x)
        return F.linear(round_rows(x), round_rows(self.weight), self.bias)


def simulate_int8(model: nn.Module, on: bool) -> None:
    for module in model.modules():
        if isinstance(module, QuantisableLinear):
            module.int8 = on
