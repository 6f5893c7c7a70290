"""A hint that names an override settles what it stands beside: its line can be pasted."""

from __future__ import annotations

import re
from typing import Any

import pytest

from runcomfy_codegen.planning.folder_plan import FolderPlan

from .conftest import OUTPUT, Load, errors


def holding(properties: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, **more}


DEEP = holding({"x": {}})
SCHEMAS: dict[str, Any] = {
    "two attributes": holding({"a-b": {}, "a_b": {}}),
    "three attributes": holding({"a-b": {}, "a_b": {}, "a b": {}, "a_b2": {}}),
    "no names": holding({"🎈": {}, "💥": {}, "\u202e": {}, "\x7f": {}}),
    "quotes": holding({'"\\': {}, "'": {}, "]": {}, "\n": {}}),
    "two types": holding({"style": holding({}), "in": holding({"style": DEEP})}),
    "an attribute and its type": holding({"a-b": DEEP, "a_b": holding({"y": {}})}),
    "an item and an object": holding(
        {"m": {"type": "array", "items": DEEP}, "m_item": holding({})}
    ),
    "a type of both": holding({"clip": DEEP}),
    "two keywords": holding({"x": {"unevaluatedItems": False}, "y": {"unevaluatedItems": False}}),
}
CLIP = {"output": holding({"clip": holding({"y": {}})})}


@pytest.mark.parametrize("overrides", ["", '["a/b"]\n', '["a/b".names]\n["a/c"]\n'])
@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_pasting_the_hints_settles_it(load: Load, schema: Any, overrides: str) -> None:
    """All at once, each where it says that it stands, whatever the file holds already."""
    documents = {"a/b/input.json": schema, "a/b/output.json": CLIP, "a/B/input.json": DEEP}
    if "a/c" in overrides:
        documents["a/c/input.json"] = DEEP
    plan = load(documents, overrides=overrides)
    assert len(errors(plan)) > 1
    assert errors(load({}, overrides=pasted(plan, overrides))) == []


def test_pinning_a_type_leaves_the_attribute_alone(load: Load) -> None:
    """Each has a place of its own."""
    documents = {"a/b/input.json": holding({"style": DEEP}), "a/b/output.json": OUTPUT}
    plan = load(documents, '"a/b".names."input.json#/properties/style/type" = "Spec"')
    spec, inputs = plan.models[0].inputs
    assert (spec.name, inputs.fields[0].name) == ("Spec", "style")


def test_a_hint_for_a_model_that_can_have_no_module_settles_it(load: Load) -> None:
    plan = load({"_runtime/errors/input.json": DEEP, "-/class/input.json": DEEP})
    assert len(errors(plan)) == 2
    assert errors(load({}, overrides=pasted(plan, ""))) == []


def test_a_hint_is_one_line_that_a_terminal_shows_as_it_is(load: Load) -> None:
    """An emoji as itself, what no terminal shows as TOML escapes it."""
    plan = load({"a/b/input.json": holding({"🎈": {}, "\x7f": {}}), "a/b/output.json": OUTPUT})
    assert [found.hint for found in plan.diagnostics if found.code == "invalid-name"] == [
        'at the top of overrides.toml: "a/b".names."input.json#/properties/\\u007f" = "name2"',
        'at the top of overrides.toml: "a/b".names."input.json#/properties/🎈" = "name"',
    ]


def pasted(plan: FolderPlan, source: str) -> str:
    """The file `source` with the line of every hint at the place that the hint names."""
    for line in map(str, plan.diagnostics):
        if match := re.search(r"at the top of overrides\.toml: (.*)\)$", line):
            source = f"{match[1]}\n{source}"
        elif match := re.search(r"in overrides\.toml: (\[\[.*?\]\]) (.*)\)$", line):
            source += f"\n{match[1]}\n" + match[2].replace(", at =", "\nat =")
        elif match := re.search(r"in overrides\.toml: (\[.*?\]) (.*)\)$", line):
            source = under(match[1], match[2], source)
    return source


def under(table: str, line: str, source: str) -> str:
    """`source` with `line` in `table`, which is made where it is not there."""
    if table not in source:
        return f"{source}\n{table}\n{line}\n"
    return source.replace(table, f"{table}\n{line}")
