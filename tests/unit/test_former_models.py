"""Modules of former ids: two ids of one module are an error, never silent."""

from __future__ import annotations

from datetime import date

import pytest

from runcomfy_codegen.planning.former_models import plan_former_models
from runcomfy_codegen.planning.names.python_names import ModuleName
from runcomfy_codegen.reading.former_ids import GoneIds
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.overrides import Overrides

MODULES = {ModelId("acme/one"): ModuleName("acme.one")}
DAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("renamed", "gone", "places"),
    [
        (("acme/a-1", "acme/a_1"), (), ("[renamed]", "[renamed]")),
        (("acme/a-1",), ("acme/a_1",), ("[renamed]", "gone.toml")),
        ((), ("acme/a-1", "acme/a_1"), ("gone.toml", "gone.toml")),
    ],
)
def test_two_former_ids_of_one_module_are_an_error_that_names_both(
    renamed: tuple[str, ...], gone: tuple[str, ...], places: tuple[str, str]
) -> None:
    overrides = Overrides(renamed=dict.fromkeys(renamed, "acme/one"))
    _, problems = plan_former_models(MODULES, overrides, GoneIds(dict.fromkeys(gone, DAY)))
    first_place, second_place = places
    expected_message = (
        f'"acme/a-1" ({first_place}) and "acme/a_1" ({second_place}) both become module acme.a_1'
    )
    assert [(first_place.code, first_place.message) for first_place in problems] == [
        ("name-collision", expected_message)
    ]
