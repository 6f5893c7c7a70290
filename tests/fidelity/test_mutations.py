"""Real schemas: each constraint by itself refuses what breaks it and accepts what does not."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from runcomfy_models._runtime.models.problems import problems_of
from tests.fidelity.mutations import (
    Constraint,
    breaking,
    constraints,
    sample,
    satisfying,
    with_change,
)
from tests.fidelity.oracle import is_valid, normalised, same
from tests.fidelity.real import NAMES, REAL, built


@pytest.mark.parametrize("name", NAMES, ids=NAMES.values())
def test_each_constraint_of_a_real_schema_is_enforced(name: str) -> None:
    model, schema = built().modules[name].Input, normalised(REAL[NAMES[name]])
    body = sample(schema)
    assert_accepted(model, schema, body)
    for constraint in constraints(schema):
        refused = [
            assert_refused(model, schema, constraint, body, value)
            for value in breaking(constraint, at(body, constraint.path))
        ]
        assert any(refused) or is_never_broken(constraint), constraint
        for value in satisfying(constraint):
            document = with_change(body, constraint.path, lambda _, value=value: value)
            if is_valid(schema, document):
                assert_accepted(model, schema, document)


def at(document: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        document = document[step]
    return document


def assert_accepted(model: Any, schema: Any, document: Any) -> None:
    assert is_valid(schema, document)
    assert same(model.model_validate(document).to_payload(), document)


def assert_refused(model: Any, schema: Any, constraint: Constraint, body: Any, value: Any) -> bool:
    """Return whether `value` breaks the schema; if so, the model has to say where."""
    document = with_change(body, constraint.path, lambda _: value)
    if is_valid(schema, document):
        assert_accepted(model, schema, document)
        return False
    with pytest.raises(ValidationError) as caught:
        model.model_validate(document)
    places = [problem.path for problem in problems_of(caught.value)]
    assert any(place.startswith(path_text(constraint.path)) for place in places), places
    return True


def path_text(path: tuple[str | int, ...]) -> str:
    texts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(texts).removeprefix(".")


def is_never_broken(constraint: Constraint) -> bool:
    """Whether no value breaks it, such as `minItems` of 0, or an empty `required`."""
    return constraint.schema[constraint.keyword] in (0, [], True)
