"""A model is built for its first value: by one thread, with the names of its caller."""

from __future__ import annotations

from threading import Thread

from runcomfy_models._runtime.first_use import FIRST_USE
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.outputs import OutputModel


def test_a_first_value_waits_while_another_model_is_built() -> None:
    class Fresh(InputModel):
        count: int

    built: list[Fresh] = []
    thread = Thread(target=lambda: built.append(Fresh(count=1)))
    with FIRST_USE:
        thread.start()
        thread.join(0.1)
        assert not Fresh.__pydantic_complete__
    thread.join(10)
    assert built == [Fresh(count=1)]


def test_a_rebuild_finds_types_in_the_scope_of_its_caller() -> None:
    class Outer(OutputModel):
        later: Later | None = None

    class Later(OutputModel):
        url: str

    assert Outer.model_rebuild()
    assert Outer.model_validate({"later": {"url": "u"}}).later == Later(url="u")
