"""A row of texts, as in a CSV file, is read as the values that it was written from."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.fidelity.mutations import sample
from tests.fidelity.oracle import normalised
from tests.fidelity.real import NAMES, REAL, built


@pytest.mark.parametrize("name", NAMES, ids=NAMES.values())
def test_the_texts_of_a_real_input_are_read_as_its_values(name: str) -> None:
    model = built().modules[name].Input
    values = sample(normalised(REAL[NAMES[name]]))
    row = {key: text_of(value) for key, value in values.items()}
    assert model.from_strings(row) == model.model_validate(without_blanks(values))
    python_names = {
        model_name: row[field.validation_alias or model_name]
        for model_name, field in model.model_fields.items()
        if (field.validation_alias or model_name) in row
    }
    assert model.from_strings(python_names) == model.model_validate(without_blanks(values))


def text_of(value: Any) -> str:
    """Return `value` as a spreadsheet or a JSON cell shows it."""
    return value if isinstance(value, str) else json.dumps(value)


def without_blanks(values: dict[str, Any]) -> dict[str, Any]:
    """Return `values` without those whose text is blank."""
    return {key: value for key, value in values.items() if text_of(value).strip()}
