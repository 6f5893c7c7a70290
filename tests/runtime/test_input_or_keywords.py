"""One `Input` in place of keywords: sent unchanged, and refused together with keywords."""

from __future__ import annotations

from typing import Any

import pytest

from runcomfy_models import NOT_GIVEN, InvalidInputError
from runcomfy_models._runtime.models.inputs import InputModel
from tests.loopback import Loopback
from tests.runtime.models import Input, Lora, Output
from tests.runtime.side import Side

METHODS = ("run", "submit", "check", "preflight")
PAID_METHODS = ("run", "submit")


class OtherInput(InputModel):
    prompt: str


def bodies_sent(
    side: Side, service: Loopback, method: str, *arguments: Any, **inputs: Any
) -> list[Any]:
    """Call a method of a client; return the bodies that were sent."""
    side.do(getattr(side.client(service.url), method)(*arguments, **inputs))
    return [call.body for call in service.submitted()]


@pytest.mark.parametrize("method", PAID_METHODS)
def test_an_input_is_sent_as_its_keywords_would_be(
    method: str, side: Side, service: Loopback
) -> None:
    keywords: dict[str, Any] = {"prompt": "x", "steps": 5, "loras": [Lora(path="p")]}
    sent = bodies_sent(side, service, method, Input(**keywords))
    assert sent == [{"prompt": "x", "33_steps": 5, "loras": [{"path": "p"}]}]
    assert bodies_sent(side, service, method, **keywords) == sent * 2


@pytest.mark.parametrize("method", PAID_METHODS)
def test_a_row_of_wire_names_is_sent_through_its_input(
    method: str, side: Side, service: Loopback
) -> None:
    row = {"prompt": "x", "33_steps": 5}
    assert bodies_sent(side, service, method, Input.model_validate(row)) == [row]


@pytest.mark.parametrize("method", METHODS)
def test_an_input_together_with_keywords_is_refused_by_name(
    method: str, side: Side, service: Loopback
) -> None:
    with pytest.raises(TypeError, match="give the Input or keywords, not both: steps, loras"):
        bodies_sent(side, service, method, Input(prompt="x"), steps=5, loras=[])
    assert not service.calls


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    ("argument", "message"),
    [
        (OtherInput(prompt="x"), r"not tests\.runtime\.test_input_or_keywords\.OtherInput"),
        ({"prompt": "x"}, r"not a dict: Input\.model_validate\(…\) reads one"),
        (None, "not NoneType"),
        ("x", "not str"),
        (Input, "not pydantic"),
        (Output(), r"not tests\.runtime\.models\.Output"),
    ],
)
def test_anything_but_an_input_of_the_model_is_refused(
    method: str, argument: Any, message: str, side: Side, service: Loopback
) -> None:
    with pytest.raises(TypeError, match=rf"give an Input of tests\.runtime\.models or .*{message}"):
        bodies_sent(side, service, method, argument)
    assert not service.calls


@pytest.mark.parametrize("method", METHODS)
def test_an_input_that_was_not_validated_is_validated(
    method: str, side: Side, service: Loopback
) -> None:
    with pytest.raises(InvalidInputError, match="33_steps: Input should be a valid integer"):
        bodies_sent(side, service, method, Input.model_construct(prompt="x", steps="5"))
    assert not service.calls


def test_not_given_in_place_of_an_input_is_ignored(side: Side, service: Loopback) -> None:
    assert bodies_sent(side, service, "submit", NOT_GIVEN, prompt="x") == [{"prompt": "x"}]
