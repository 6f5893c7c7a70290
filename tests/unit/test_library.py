"""What is wrong in `schemas/` is a diagnostic: all of it, in one run, and nothing else."""

from __future__ import annotations

from .conftest import OUTPUT, Load, errors

MODEL = {"a/b/input.json": {"type": "object"}, "a/b/output.json": OUTPUT}


def test_a_model_that_would_replace_the_runtime_is_an_error(load: Load) -> None:
    """Whether its id asks for that or an override."""
    intruder = {"_runtime/errors/input.json": {"type": "object"}}
    assert errors(load(intruder)) == ["_runtime/errors/input.json# invalid-name"]
    for module in ("_runtime.errors", "progress", "testing.api"):
        library = load({}, overrides=f'["_runtime/errors"]\nmodule = "{module}"')
        assert errors(library) == ["_runtime/errors/input.json# invalid-name"]
    assert load({}, overrides='["_runtime/errors"]\nmodule = "runtime.errors"').ok


def test_a_number_beyond_all_that_a_client_could_send_is_an_error(load: Load) -> None:
    """Pydantic could not import a bound of such a size."""
    schema = {"type": "object", "properties": {"x": {"type": "number", "maximum": 10**400}}}
    assert errors(load({"a/b/input.json": schema})) == ["a/b/input.json# invalid-json"]


def test_overrides_nested_beyond_reading_are_an_error(load: Load) -> None:
    assert errors(load(MODEL, overrides="x = " + "[" * 20_000)) == [
        "overrides.toml# invalid-override"
    ]
