"""Names are added to `overrides.toml`, and the rest of its text stays as it is."""

from __future__ import annotations

import tomllib

import pytest

from runcomfy_codegen.reading.override_names import with_names

ID, PLACE = "acme/one", "input.json#/properties/x/anyOf/0"
NAMES = {PLACE: "Small", f"{PLACE}1": 'quo"ted'}


@pytest.mark.parametrize(
    "source",
    [
        "",
        "# Decisions\n",
        '["acme/one"]\nmodule = "acme.uno"  # ours\n',
        '["acme/one".names]\n"input.json#/properties/y" = "z"\n\n[verdicts]\n',
        '"acme/one".names."input.json#/properties/y" = "z"\n',
        '["acme/two".names]\n"input.json#/properties/y" = "z"\n',
        '[["acme/one".waive]]\ncode = "required-unknown"\n',
    ],
)
def test_names_are_added_to_any_existing_file(source: str) -> None:
    text = with_names(source, ID, NAMES)
    assert NAMES.items() <= tomllib.loads(text)[ID]["names"].items()
    before = tomllib.loads(source)
    assert {key: value for key, value in tomllib.loads(text).items() if key != ID} == {
        key: value for key, value in before.items() if key != ID
    }
    assert all(line in text.splitlines() for line in source.splitlines())
