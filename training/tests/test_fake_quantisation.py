import torch

from chartlight.fake_quantisation import remove, round_activation, simulate
from chartlight.model import Tagger

from .test_model import CONFIG


def test_activations_land_on_the_grid_and_gradients_pass() -> None:
    x = torch.randn(3, 8, requires_grad=True)
    rounded = round_activation(x)
    steps = rounded / (x.abs().amax(-1, keepdim=True) / 127)
    torch.testing.assert_close(steps, steps.round(), atol=1e-3, rtol=0)
    rounded.sum().backward()
    torch.testing.assert_close(x.grad, torch.ones_like(x))


def test_a_tensor_wide_range_holds_zero() -> None:
    x = torch.rand(4, 4) + 1
    assert (round_activation(x, per_token=False) - x).abs().max() < 2 / 255


def test_a_token_is_independent_of_its_neighbours() -> None:
    x = torch.randn(2, 8)
    torch.testing.assert_close(round_activation(x)[:1], round_activation(x[:1]))


def test_removing_gives_the_learnt_weights_back() -> None:
    model = Tagger(CONFIG).eval()
    before = {name: value.clone() for name, value in model.state_dict().items()}
    ids, shapes = torch.randint(110, 200, (1, 9)), torch.zeros(1, 9, dtype=torch.long)
    plain = model(ids, shapes)[0]
    simulate(model)
    assert not torch.equal(model(ids, shapes)[0], plain)
    remove(model)
    after = model.state_dict()
    assert after.keys() == before.keys()
    # leave_parametrized=False hands back the weight before rounding
    assert all(torch.equal(after[name], before[name]) for name in before)
    torch.testing.assert_close(model(ids, shapes)[0], plain)
