"""Every fault in `schemas/` is a diagnostic: all of it, in one run, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import OUTPUT, Load, errors

TWO: dict[str, Any] = {"type": "object", "properties": {"a-b": {}, "a_b": {}}}
"""A schema of two properties that become one attribute."""

MODEL = {"a/b/input.json": {"type": "object"}, "a/b/output.json": OUTPUT}


def test_a_model_that_would_replace_the_runtime_is_an_error(load: Load) -> None:
    """Whether its id asks for that or an override."""
    intruder = {"_runtime/errors/input.json": {"type": "object"}}
    assert errors(load(intruder)) == ["_runtime/errors# invalid-name"]
    for module in ("_runtime.errors", "progress", "testing.api"):
        plan = load({}, overrides=f'["_runtime/errors"]\nmodule = "{module}"')
        assert errors(plan) == ["_runtime/errors# invalid-name"]
    assert load({}, overrides='["_runtime/errors"]\nmodule = "runtime.errors"').is_valid


def test_a_number_beyond_all_that_a_client_could_send_is_an_error(load: Load) -> None:
    """Pydantic could not import a bound of such a size."""
    schema = {"type": "object", "properties": {"x": {"type": "number", "maximum": 10**400}}}
    assert errors(load({"a/b/input.json": schema})) == ["a/b/input.json# invalid-json"]


def test_overrides_nested_beyond_reading_are_an_error(load: Load) -> None:
    assert errors(load(MODEL, overrides="x = " + "[" * 20_000)) == [
        "overrides.toml# invalid-override"
    ]


@pytest.mark.parametrize(
    ("broken", "place"),
    [
        ({"unevaluatedItems": False}, "/properties/x/unevaluatedItems unsupported-keyword"),
        ({"type": "text"}, "/properties/x/type unknown-type"),
        ({"minimum": "3"}, "/properties/x/minimum invalid-schema"),
        ({"required": ["a", None, 3]}, "/properties/x/required/1 invalid-schema"),
        ({"$ref": "#/$defs/gone"}, "/properties/x/$ref invalid-ref"),
        ("string", "/properties/x invalid-schema"),
        ({"type": "object", "properties": []}, "/properties/x/properties invalid-schema"),
    ],
)
def test_an_error_in_a_schema_hides_no_collision_in_it(load: Load, broken: Any, place: str) -> None:
    """And nothing that only follows from the error is reported."""
    schema = {**TWO, "properties": {"x": broken, **TWO["properties"]}}
    reported = errors(load({**MODEL, "a/b/input.json": schema}))
    assert f"a/b/input.json#{place}" in reported
    remaining = [
        error for error in reported if not error.startswith("a/b/input.json#/properties/x")
    ]
    assert remaining == ["a/b/input.json#/properties/a_b name-collision"]


def test_definitions_that_are_no_object_are_an_error(load: Load) -> None:
    for older_name in ({}, {"definitions": {"a": {}}}):
        schema = {"type": "object", "properties": {"x": {"$ref": "#/properties/y"}, "y": {}}}
        reported = errors(load({**MODEL, "a/b/input.json": {**schema, **older_name, "$defs": []}}))
        assert reported == ["a/b/input.json#/$defs invalid-schema"]


def test_a_file_that_is_not_json_hides_no_other_file(load: Load) -> None:
    """The rest of a model is still checked, and what is lost is not guessed."""
    plan = load({"a/b/input.json": "{", "a/b/output.json": {"type": "text"}})
    assert errors(plan) == ["a/b/input.json# invalid-json", "a/b/output.json# not-an-object"]
    plan = load({"a/b/input.json": TWO, "a/b/output.json": "{", "a/b/example.json": "["})
    assert errors(plan) == [
        "a/b/example.json# invalid-json",
        "a/b/input.json#/properties/a_b name-collision",
        "a/b/output.json# invalid-json",
    ]
    assert not {"missing-output", "missing-example"} & {
        diagnostic.code for diagnostic in plan.diagnostics
    }


def test_an_error_in_a_model_hides_no_collision_of_modules(load: Load) -> None:
    plan = load({"a/b-c/input.json": "{", "a/b_c/output.json": OUTPUT, "a/b.c/input.json": {}})
    assert errors(plan) == [
        "a/b-c/input.json# invalid-json",
        "a/b.c# name-collision",
        "a/b.c/input.json# not-an-object",
        "a/b_c# missing-input",
        "a/b_c# name-collision",
    ]


def test_an_error_hides_no_unused_override_that_it_has_nothing_to_do_with(load: Load) -> None:
    """Those of a model that was not read to the end may still be needed."""
    overrides = """
        ["no/such".names]
        "input.json#/properties/x" = "y"
        ["a/broken".names]
        "input.json#/properties/x" = "y"
        ["a/whole".names]
        "input.json#/properties/x" = "y"
    """
    plan = load({"a/broken/input.json": "{", "a/whole/input.json": TWO}, overrides=overrides)
    assert errors(plan) == [
        "a/broken/input.json# invalid-json",
        "a/whole/input.json#/properties/a_b name-collision",
        *["overrides.toml# unused-override"] * 2,
    ]


@pytest.mark.parametrize(
    "overrides",
    [
        '["no/such"]',
        '["a/b"]\nmodule = "a.c"\nnames.module = "zz"',
        '["a/b"]\nwaive = [{ code = "required-unknown" }]',
    ],
)
def test_an_override_that_nothing_asks_for_is_an_error(load: Load, overrides: str) -> None:
    assert errors(load(MODEL, overrides=overrides)) == ["overrides.toml# unused-override"]


def test_an_override_of_the_wrong_form_leaves_the_others_in_force(load: Load) -> None:
    names = '["a/b"]\nmodul = "x"\nnames = { "input.json#/properties/a-b" = "minus" }\n'
    assert errors(load({**MODEL, "a/b/input.json": TWO}, overrides=names)) == [
        "overrides.toml# invalid-override"
    ]
