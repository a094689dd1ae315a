"""int8 arithmetic simulated in training, so that the weights learn to live with it (Jacob et al. 2018, straight-through
estimator). Mirrors the WASM graph: weights int8 per output channel, activations uint8 with one range per token."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.utils import parametrize

from .model import Tagger


class RoundedWeight(nn.Module):
    """(out, in) -> the same, on the int8 grid of each output channel."""

    def forward(self, weight: Tensor) -> Tensor:
        scale = weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        return _straight_through(weight, torch.round(weight / scale) * scale)


def _straight_through(value: Tensor, rounded: Tensor) -> Tensor:
    return value + (rounded - value).detach()


def round_activation(x: Tensor, per_token: bool = True) -> Tensor:
    """x (..., C) on a uint8 grid whose range holds zero."""
    flat = x.detach()
    if per_token:
        scale = flat.abs().amax(-1, keepdim=True).clamp(min=1e-8) / 127
        return _straight_through(x, torch.round(x / scale) * scale)
    low, high = flat.min().clamp(max=0), flat.max().clamp(min=0)
    scale = (high - low) / 255
    zero = torch.round(-low / scale)
    return _straight_through(x, (torch.clamp(torch.round(x / scale) + zero, 0, 255) - zero) * scale)


def simulate(model: Tagger, per_token: bool = True) -> None:
    """Every product inside the layers sees rounded weights and rounded inputs from now on."""
    for layer in model.layers:
        for linear in (layer.qkv, layer.attention_out, layer.ffn_in, layer.ffn_out):
            parametrize.register_parametrization(linear, "weight", RoundedWeight())
            linear.register_forward_pre_hook(lambda _module, inputs: (round_activation(inputs[0], per_token),))


def remove(model: Tagger) -> None:
    """Leaves the plain weights, as they were learnt (not rounded), and takes the hooks away."""
    for layer in model.layers:
        for linear in (layer.qkv, layer.attention_out, layer.ffn_in, layer.ffn_out):
            parametrize.remove_parametrizations(linear, "weight", leave_parametrized=False)
            linear._forward_pre_hooks.clear()
