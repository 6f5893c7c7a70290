"""A hint that names an override settles what it stands beside: its line can be pasted."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity
from runcomfy_codegen.planning.folder_plan import FolderPlan

from .conftest import OUTPUT, Load, errors, loader


def object_schema(properties: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, **more}


DEEP = object_schema({"x": {}})
SCHEMAS: dict[str, Any] = {
    "two attributes": object_schema({"a-b": {}, "a_b": {}}),
    "three attributes": object_schema({"a-b": {}, "a_b": {}, "a b": {}, "a_b2": {}}),
    "no names": object_schema({"🎈": {}, "💥": {}, "\u202e": {}, "\x7f": {}}),
    "quotes": object_schema({'"\\': {}, "'": {}, "]": {}, "\n": {}}),
    "two types": object_schema({"style": object_schema({}), "in": object_schema({"style": DEEP})}),
    "an attribute and its type": object_schema({"a-b": DEEP, "a_b": object_schema({"y": {}})}),
    "an item and an object": object_schema(
        {"m": {"type": "array", "items": DEEP}, "m_item": object_schema({})}
    ),
    "a type of both": object_schema({"clip": DEEP}),
    "two keywords": object_schema(
        {"x": {"unevaluatedItems": False}, "y": {"unevaluatedItems": False}}
    ),
}
CLIP = {"output": object_schema({"clip": object_schema({"y": {}})})}


@pytest.mark.parametrize("overrides", ["", '["a/b"]\n', '["a/b".names]\n["a/c"]\n'])
@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_pasting_the_hints_settles_it(load: Load, schema: Any, overrides: str) -> None:
    """All at once, each at the place that it names, whether or not the file has content."""
    documents = {"a/b/input.json": schema, "a/b/output.json": CLIP, "a/B/input.json": DEEP}
    if "a/c" in overrides:
        documents["a/c/input.json"] = DEEP
    plan = load(documents, overrides=overrides)
    assert len(errors(plan)) > 1
    assert errors(load({}, overrides=with_hints_pasted(plan, overrides))) == []


def test_pinning_a_type_leaves_the_attribute_alone(load: Load) -> None:
    """Each has a place of its own."""
    documents = {"a/b/input.json": object_schema({"style": DEEP}), "a/b/output.json": OUTPUT}
    plan = load(documents, '"a/b".names."input.json#/properties/style/type" = "Spec"')
    spec, inputs = plan.models[0].inputs
    assert (spec.name, inputs.fields[0].name) == ("Spec", "style")


def test_a_hint_for_a_model_that_can_have_no_module_settles_it(load: Load) -> None:
    plan = load({"_runtime/errors/input.json": DEEP, "-/class/input.json": DEEP})
    assert len(errors(plan)) == 2
    assert errors(load({}, overrides=with_hints_pasted(plan, ""))) == []


def test_a_hint_for_a_file_with_no_place_for_a_line_is_a_block(load: Load) -> None:
    """Printed below the diagnostic as it is to be pasted."""
    waived = '[["a/b".waive]]\ncode = "required-unknown"\n'
    schema = object_schema({"x": {"unevaluatedItems": False}}, required=["y"])
    plan = load({"a/b/input.json": schema, "a/b/output.json": OUTPUT}, overrides=waived)
    (printed,) = [str(diagnostic) for diagnostic in plan.diagnostics if diagnostic.severity == 3]
    assert printed.splitlines()[1:] == [
        '    [["a/b".waive]]',
        '    code = "unsupported-keyword"',
        '    at = "input.json#/properties/x/unevaluatedItems"',
    ]


def test_a_hint_is_one_line_that_a_terminal_shows_as_it_is(load: Load) -> None:
    """An emoji as itself, what no terminal shows as TOML escapes it."""
    plan = load(
        {"a/b/input.json": object_schema({"🎈": {}, "\x7f": {}}), "a/b/output.json": OUTPUT}
    )
    assert [
        diagnostic.hint for diagnostic in plan.diagnostics if diagnostic.code == "invalid-name"
    ] == [
        'at the top of overrides.toml: "a/b".names."input.json#/properties/\\u007f" = "name2"',
        'at the top of overrides.toml: "a/b".names."input.json#/properties/🎈" = "name"',
    ]


FILES = [
    "",
    "# ours\n",
    '["a/b"]\ndocs_url = "https://a.test"\n',
    '["a/b".names]\n["a/c"]\n',
    '["a/b"]\n["a/b".names]\n',
    '"a/b".docs_url = "https://a.test"\n',
    '["a/b"]\nmodule = "a.b_c"\n[["a/c".waive]]\ncode = "required-unknown"\n',
    '[["a/b".waive]]\ncode = "required-unknown"\nat = "input.json#/required/0"\nwhy = "so"\n',
    '["a/b".waive]\n"input.json#/required/0" = "required-unknown"\n',
    '["a/b".names]\n"input.json#/properties/a_b" = "class"\n',
    '"a/b".names."input.json#/properties/style/type" = "style"\n',
    '["a/b"]\nmodule = "No Module"\n',
    '["a/b"]\nmodule = "a.c"\n',
    "[verdicts]\n'default-changed' = \"breaking\"\n",
]
NAMES = ["a-b", "a_b", "A_B", "a_bItem", "style", "Style", "regions", "regions_value", "🎈", "if"]
LEAVES: st.SearchStrategy[Any] = st.sampled_from(
    [
        {},
        {"type": "string"},
        {"unevaluatedItems": False},
        {"type": "string", "pattern": "(?i)a"},
        {"type": "integer", "minimum": 5, "maximum": 1},
    ]
)


def objects(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw an object in one of the places that name its class."""
    properties = st.dictionaries(st.sampled_from(NAMES), inner, max_size=3)
    closed = st.builds(
        object_schema, properties, required=st.lists(st.sampled_from(NAMES), max_size=1)
    )
    maps = st.fixed_dictionaries({"type": st.just("object"), "additionalProperties": closed})
    lists = st.fixed_dictionaries({"type": st.just("array"), "items": closed})
    unions = st.lists(closed, min_size=2, max_size=3).map(lambda members: {"anyOf": members})
    return closed | maps | lists | unions


PROPERTIES = st.dictionaries(
    st.sampled_from(NAMES), st.recursive(LEAVES, objects, max_leaves=6), max_size=5
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
    phases=[Phase.generate],
)
@given(inputs=PROPERTIES, outputs=PROPERTIES, overrides=st.sampled_from(FILES))
def test_an_error_is_gone_once_its_hint_is_pasted(
    inputs: Any, outputs: Any, overrides: str, tmp_path: Path
) -> None:
    """For any schemas and any file; an error that is found only then has a hint as well."""
    pinned = {"a_b": object_schema({}), "style": object_schema({"x": {}})}
    documents = {
        "a/b/input.json": object_schema(inputs | pinned, required=["no such property"]),
        "a/b/output.json": {"output": object_schema(outputs)},
        "a/c/input.json": object_schema({}, required=["no such property"]),
        "a/C/input.json": object_schema({}),
    }
    load = loader(Path(tempfile.mkdtemp(dir=tmp_path)))
    plan = load(documents, overrides=overrides)
    for _ in range(9):
        before = without_hints(plan)
        if not before:
            return
        overrides = with_hints_pasted(plan, overrides)
        plan = load({}, overrides=overrides)
        assert before.isdisjoint(without_hints(plan)), overrides
    raise AssertionError(errors(plan))


def without_hints(plan: FolderPlan) -> set[Diagnostic]:
    """Every error; at one place there may be several, of which some come to light later."""
    found_errors = (
        diagnostic for diagnostic in plan.diagnostics if diagnostic.severity is Severity.ERROR
    )
    return {replace(diagnostic, hint="") for diagnostic in found_errors}


def with_hints_pasted(plan: FolderPlan, source: str) -> str:
    """The file `source` with what every hint says at the place that it names."""
    hints = [
        diagnostic.hint.removeprefix("to generate without it, ") for diagnostic in plan.diagnostics
    ]
    for hint in dict.fromkeys(hints):
        if "overrides.toml" in hint:
            source = with_hint_pasted(hint, source)
    return source


def with_hint_pasted(hint: str, source: str) -> str:
    words, _, block = hint.partition(":\n")
    lines = source.splitlines()
    if words == "at the end of overrides.toml":
        return "\n".join([*lines, block])
    if old := words.partition("in overrides.toml, in place of ")[2]:
        lines[lines.index(old)] = block
        return "\n".join(lines)
    place, _, line = words.partition(": ")
    if place == "at the top of overrides.toml":
        return "\n".join([line, *lines])
    table = lines.index(place.removeprefix("in overrides.toml, below ")) + 1
    return "\n".join([*lines[:table], line, *lines[table:]])
