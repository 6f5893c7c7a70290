"""Each enum of an input has a name, after its property, by the rules for classes."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from tests.fidelity.building import Built
from tests.fidelity.real import NAMES, REAL, built

OBJECT = {"type": "object", "properties": {"w": {"type": "integer"}}}


def named_enums(properties: dict[str, Any]) -> dict[str, tuple[Any, ...]]:
    """Return the enums with a name in a model with `properties`, and their values."""
    build = Built({"m": {"type": "object", "properties": properties}})
    assert not build.errors["m"], build.errors["m"]
    module = build.modules["m"]
    values = {name: get_args(getattr(module, name)) for name in module.__all__}
    return {name: members for name, members in values.items() if members}


@pytest.mark.parametrize(
    ("properties", "names"),
    [
        ({"ratio": {"enum": ["a", "b"]}}, {"Ratio": ("a", "b")}),
        ({"33 size": {"enum": [512, 1024]}}, {"Field33Size": (512, 1024)}),
        ({"one": {"enum": ["a"]}}, {"One": ("a",)}),
        ({"style": {"enum": ["a", None]}}, {"Style": ("a",)}),
        ({"styles": {"items": {"enum": ["a"]}, "type": "array"}}, {"StylesItem": ("a",)}),
        ({"size": {"anyOf": [{"enum": ["a"]}, OBJECT]}}, {"SizeEnum": ("a",)}),
        ({"size": {"anyOf": [{"enum": ["a"]}, {"type": "integer"}]}}, {"Size": ("a",)}),
        ({"mode": {"oneOf": [{"const": "a"}, {"const": 1}]}}, {"Mode": ("a", 1)}),
        (
            {"input": {"enum": ["a"]}, "literal": {"enum": ["b"]}},
            {"Input_": ("a",), "Literal_": ("b",)},
        ),
        ({"Mode": {"enum": ["a"]}}, {"Mode_": ("a",)}),
        ({"constant": {"const": "a"}, "half": {"enum": [0.5]}, "null": {"enum": [None]}}, {}),
    ],
)
def test_an_enum_is_named_after_its_property(
    properties: dict[str, Any], names: dict[str, tuple[Any, ...]]
) -> None:
    assert named_enums(properties) == names


def test_equal_enums_share_a_name_and_different_ones_collide() -> None:
    inner = {"type": "object", "properties": {"mode": {"enum": ["b", "a"]}}}
    assert named_enums({"mode": {"enum": ["a", "b"]}, "part": inner}).keys() == {"Mode"}
    other = {"type": "object", "properties": {"mode": {"enum": ["c", "d"]}, "part": inner}}
    (error,) = Built({"m": other}).errors["m"]
    assert error.code == "name-collision"
    assert "names" in error.hint


def test_an_enum_that_distinguishes_the_members_of_a_union_needs_no_name() -> None:
    members = [
        {"type": "object", "properties": {"kind": {"enum": [kind]}, kind: {}}, "required": ["kind"]}
        for kind in ("a", "b")
    ]
    assert named_enums({"source": {"anyOf": members}}) == {}


@pytest.mark.parametrize("name", NAMES, ids=NAMES.values())
def test_every_enum_at_the_top_of_a_real_input_is_exported(name: str) -> None:
    module = built().modules[name]
    properties = REAL[NAMES[name]]["properties"]
    enums = {property_ for property_, schema in properties.items() if "enum" in schema}
    exported_values = {tuple(get_args(getattr(module, exported))) for exported in module.__all__}
    assert {tuple(properties[property_]["enum"]) for property_ in enums} <= exported_values
