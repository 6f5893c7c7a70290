"""Hostile text in a schema gives an error that names its place, or a harmless module."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from runcomfy_codegen.diagnostics.diagnostic import Severity
from runcomfy_codegen.planning.folder_plan import plan_folder
from runcomfy_codegen.planning.names.python_names import InvalidNameError, module_name
from runcomfy_codegen.reading.model_id import InvalidModelIdError, ModelId
from runcomfy_codegen.rendering.package import render_modules
from runcomfy_models.cli.flags.index import read_flags
from tests.fidelity.building import Built
from tests.fidelity.hostile import PAYLOADS, TEXTS, foreign_nodes, property_schema
from tests.referee import printed_by_black

BUILT: list[bool] = []
"""Whether a module was generated, for each model."""

bounded = settings(
    max_examples=60,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)
PARTS = 9
"""Places for a text in one property."""


def hostile_models() -> Any:
    """Return a test that builds models of drawn texts, to be used once, as `law` is."""
    texts = st.lists(TEXTS, min_size=3 * PARTS, max_size=3 * PARTS)
    wire_names = st.lists(TEXTS, min_size=3, max_size=3, unique=True)
    return given(texts, wire_names)(build_hostile_model)


def build_hostile_model(texts: list[str], wire_names: list[str]) -> None:
    """Build a model with about thirty texts, in every place of a schema that has text.

    Names of properties get a letter, so that most of them can become Python names.
    """
    wire_names = [name + letter for name, letter in zip(wire_names, "abc", strict=True)]
    rows = [texts[index * PARTS : (index + 1) * PARTS] for index in range(3)]
    schema: dict[str, Any] = {
        "type": "object",
        "title": texts[0],
        "description": texts[1],
        "properties": {
            name: property_schema([*row[:5], re.escape(row[5]), *row[6:]])
            for name, row in zip(wire_names, rows, strict=True)
        },
        "required": wire_names[:1],
        "$defs": {texts[2]: {"enum": [texts[3]]}},
    }
    built = Built({"m": schema})
    BUILT.append(not built.errors["m"])
    if built.errors["m"]:
        assert all(diagnostic.pointer or diagnostic.message for diagnostic in built.errors["m"])
        return
    text = built.texts["runcomfy_models.acme.m"]
    index = f"{{\n{built.entries['m']}\n}}\n"
    assert foreign_nodes(text) == []
    assert ast.literal_eval(index) == {"acme/m": built.flags["m"]}
    assert set(read_flags(built.flags["m"])) == set(wire_names)
    if len(BUILT) % 5 == 0:  # black takes its time
        assert printed_by_black(text) == text
        assert printed_by_black(index) == index
    assert_strings_come_back(built.modules["m"].Input, text, rows, wire_names)


def assert_strings_come_back(
    model: Any, text: str, rows: list[list[str]], wire_names: list[str]
) -> None:
    aliases = {field.validation_alias or name for name, field in model.model_fields.items()}
    assert aliases == set(wire_names)
    strings = words(ast.parse(text))
    for row in rows:
        assert all(" ".join(part.split()).rstrip(".") in strings for part in row[:2]), row
    for index in (2, 3):
        body = {name: row[index] for name, row in zip(wire_names, rows, strict=True)}
        assert model.model_validate(body).to_payload() == body
    body = {name: row[5] for name, row in zip(wire_names, rows, strict=True)}
    assert model.model_validate(body).to_payload() == body


def words(tree: ast.Module) -> str:
    """Return all words of all strings in a module, on one line."""
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return " ".join(" ".join(value.split()) for value in constants if isinstance(value, str))


def test_text_of_a_schema_enters_a_module_only_as_strings_and_names() -> None:
    bounded(hostile_models())()
    assert sum(BUILT) > len(BUILT) / 2, "too few modules were generated for a verdict"


def test_a_property_with_any_name_is_an_error_or_keeps_its_wire_name() -> None:
    texts = {f"m{index}": text for index, text in enumerate(PAYLOADS)}
    built = Built(
        {name: {"type": "object", "properties": {text: {}}} for name, text in texts.items()}
    )
    for name, text in texts.items():
        if built.errors[name]:
            assert {diagnostic.code for diagnostic in built.errors[name]} == {"invalid-name"}
            continue
        assert foreign_nodes(built.texts[f"runcomfy_models.acme.{name}"]) == []
        assert built.modules[name].Input.model_validate({text: 1}).to_payload() == {text: 1}


@given(st.one_of(TEXTS, st.lists(TEXTS, min_size=1, max_size=6).map("/".join)))
def test_a_model_id_is_refused_or_becomes_a_safe_path(text: str) -> None:
    """It names a module and a file, which must not lead out of the package."""
    try:
        name = module_name(ModelId.parse(text))
    except (InvalidModelIdError, InvalidNameError):
        return
    assert re.fullmatch(r"[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)*", name)
    assert "__" not in (name[:2], name[-2:])


def test_any_text_in_a_docs_url_or_an_example_stays_a_string(tmp_path: Path) -> None:
    schema = {"type": "object", "properties": {"p": {}}, "required": ["p"]}
    for index, text in enumerate(PAYLOADS):
        folder = tmp_path / f"schemas/acme/m{index}"
        folder.mkdir(parents=True)
        (folder / "input.json").write_text(json.dumps(schema))
        (folder / "page.json").write_text(json.dumps({"docs_url": "https://x/" + text}))
        (folder / "example.json").write_text(json.dumps({"p": [text, {text: text}]}))
    plan = plan_folder(tmp_path / "schemas")
    errors = [
        diagnostic for diagnostic in plan.diagnostics if diagnostic.severity is Severity.ERROR
    ]
    assert {diagnostic.code for diagnostic in errors} == {"invalid-page"}
    assert len(plan.models) + len(errors) == len(PAYLOADS)
    modules = render_modules(plan.models)
    assert [text for text in modules.values() if foreign_nodes(text)] == []
