import torch

from chartlight.fake_quantisation import round_rows, simulate_int8
from chartlight.model import Tagger

from .test_model import CONFIG


def test_values_land_on_the_grid_and_gradients_pass() -> None:
    x = torch.randn(3, 8, requires_grad=True)
    rounded = round_rows(x)
    steps = rounded / (x.abs().amax(-1, keepdim=True) / 127)
    torch.testing.assert_close(steps, steps.round(), atol=1e-3, rtol=0)
    rounded.sum().backward()
    torch.testing.assert_close(x.grad, torch.ones_like(x))


def test_a_token_is_independent_of_its_neighbours() -> None:
    x = torch.randn(2, 8)
    torch.testing.assert_close(round_rows(x)[:1], round_rows(x[:1]))


def test_simulation_changes_the_logits_a_little_and_can_be_switched_off() -> None:
    torch.manual_seed(0)
    model = Tagger(CONFIG).eval()
    ids, shapes = torch.randint(110, 200, (1, 9)), torch.zeros(1, 9, dtype=torch.long)
    plain = model(ids, shapes)[0]
    simulate_int8(model, True)
    rounded = model(ids, shapes)[0]
    assert 0 < (rounded - plain).abs().max() < 0.05
    simulate_int8(model, False)
    assert torch.equal(model(ids, shapes)[0], plain)
