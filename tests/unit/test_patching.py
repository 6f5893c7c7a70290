"""Patches: a page's mistake corrected in one place, tied to what the page says there."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcomfy_codegen.diff.comparison import compare_sets
from runcomfy_codegen.patches.applying import patched
from runcomfy_codegen.reading.model_overrides import ModelOverrides, Patch
from runcomfy_codegen.reading.overrides import Overrides
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.reading.service_protocol import DOCUMENTED_PROTOCOL
from runcomfy_codegen.reading.stored_schemas import StoredSchemas
from runcomfy_models.testing import patches as simulator
from tests.diff.building import model

from .conftest import OUTPUT, Load

TEXT = {"type": "string"}
PAGE: dict[str, Any] = {
    "type": "object",
    "title": "Ingressi",
    "required": ["prompt", "image_urls", "seed"],
    "properties": {"prompt": TEXT, "images": TEXT, "seed": {"type": "integer"}},
}


def toml(*rows: str) -> str:
    return '["a/b".patch]\n' + "\n".join(rows) + "\n"


def load_page(load: Load, *rows: str, page: Any = PAGE) -> Any:
    documents = {"a/b/input.json": page, "a/b/output.json": OUTPUT}
    return load(documents, toml(*rows))


def test_a_patched_schema_gives_what_was_meant(load: Load) -> None:
    plan = load_page(
        load,
        '"input.json#/required/1" = { value = "images", was = "image_urls", why = "a slip" }',
        '"input.json#/properties/images/format" = { value = "image_uri", why = "it is a picture" }',
        '"input.json#/required/2" = { remove = true, was = "seed", why = "it may be left out" }',
    )
    assert plan.is_valid, plan.diagnostics
    (spec,) = plan.models
    assert [item.name for item in spec.input.fields if item.is_required] == ["prompt", "images"]
    assert [*map(str, spec.input.fields[1].facts)] == ["media: image"]
    assert "corrected: input.json#/required/1: a slip" in spec.remarks
    assert [item.code for item in plan.diagnostics if item.code == "required-unknown"] == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            '"input.json#/required/1" = { value = "images", was = "image_url", why = "x" }',
            'error[stale-patch]: ["a/b"] patch "input.json#/required/1": it was "image_url", '
            'the page has "image_urls" now',
        ),
        (
            '"input.json#/required/1" = { value = "images", why = "x" }',
            'the page has "image_urls" there (hint: was = "image_urls")',
        ),
        (
            '"input.json#/required/0" = { value = "prompt", was = "x", why = "x" }',
            "the page says so itself (hint: remove the patch)",
        ),
        (
            '"input.json#/properties/x" = { remove = true, was = 1, why = "x" }',
            "it was 1, the page has nothing there",
        ),
        (
            '"input.json#/properties/x/format" = { value = "uri", why = "x" }',
            "error[invalid-patch]",
        ),
        ('"input.json#/required/4" = { value = "x", why = "x" }', "the place does not exist"),
        ('"page.json#/docs_url" = { value = "x", why = "x" }', "page.json does not exist"),
        ('"input.json#/title" = { value = "Inputs", was = "Ingressi" }', "why is not a text"),
        ('"input.json" = { value = 1, why = "x" }', "is not a place such as"),
        ('"other.json#/x" = { value = 1, why = "x" }', "is not a place such as"),
        ('"input.json#/x" = { why = "x" }', "needs either a value or remove = true"),
        ('"input.json#/x" = { remove = false, why = "x" }', "needs either a value or"),
        ('"input.json#/x" = { remove = true, why = "x" }', "needs was, the value that is removed"),
        ('"input.json#/x" = { value = 1, remove = true, why = "x" }', "needs either a value"),
        ('"input.json#/x" = { value = 2026-01-01, why = "x" }', "has a date or a number"),
        ('"input.json#/x" = { value = nan, why = "x" }', "has a date or a number"),
        ('"input.json#/x" = { value = 1, why = "x", when = 1 }', "needs a table of value, was"),
        ('"input.json#/x" = 5', "needs a table of value, was and why"),
    ],
)
def test_a_patch_that_does_not_fit_is_an_error_with_its_line(
    row: str, message: str, load: Load
) -> None:
    plan = load_page(load, row)
    (diagnostic,) = (candidate for candidate in plan.diagnostics if candidate.severity == 3)
    assert str(diagnostic).startswith("s/overrides.toml:2: error[")
    assert message in str(diagnostic)


def test_a_translation_is_used_and_a_stale_one_is_kept_with_a_warning(load: Load) -> None:
    row = '"input.json#/title" = {{ value = "Inputs", was = "{}", why = "our English" }}'
    plan = load_page(load, row.format("Ingressi"))
    assert plan.models[0].input.description == "Inputs."
    assert "corrected: input.json: 1 text is our translation" in plan.models[0].remarks[0]
    plan = load_page(load, row.format("Input"))
    assert plan.models[0].input.description == "Inputs."
    (diagnostic,) = (
        candidate for candidate in plan.diagnostics if candidate.code == "stale-translation"
    )
    assert (diagnostic.severity.name, diagnostic.line) == ("WARNING", 2)
    assert 'it was "Input", the page has "Ingressi" now' in diagnostic.message


def test_a_patch_of_the_catalog_corrects_a_price(load: Load) -> None:
    rows = ('"catalog.json#/base_price_usd" = { value = 0.1, was = "0.1", why = "a text" }',)
    catalog = {"base_price_usd": "0.1", "price_unit": "output"}
    documents = {"a/b/input.json": PAGE, "a/b/output.json": OUTPUT, "a/b/catalog.json": catalog}
    plan = load(documents, toml(*rows))
    assert plan.models[0].info.price == "0.1"


def test_a_patch_is_a_change_of_meaning_to_diff() -> None:
    page = {"a/b": model(PAGE, model_id="a/b")}
    patch = Patch("a slip", "images", ("image_urls",))
    overrides = {"a/b": ModelOverrides(patches={Place("input.json", "/required/1"): patch})}
    before = StoredSchemas(page, DOCUMENTED_PROTOCOL, Overrides())
    after = StoredSchemas(page, DOCUMENTED_PROTOCOL, Overrides(models=overrides))
    (finding,) = compare_sets(before, after).findings
    assert (str(finding.verdict), finding.rule) == ("breaking", "input-made-required")


@pytest.mark.parametrize(
    ("pointer", "patch", "change", "rule"),
    [
        ("/required/1", Patch("x", "images", ("image_urls",)), "required", "patch-stale"),
        ("/title", Patch("x", "Inputs", ("Ingressi",)), "title", "translation-stale"),
    ],
)
def test_an_original_that_changes_is_a_finding_once(
    pointer: str, patch: Patch, change: str, rule: str
) -> None:
    changed = {**PAGE, change: ["prompt", "pictures"] if change == "required" else "Entrate"}
    overrides = Overrides(
        models={"a/b": ModelOverrides(patches={Place("input.json", pointer): patch})}
    )
    old, new = (
        StoredSchemas({"a/b": model(page, model_id="a/b")}, DOCUMENTED_PROTOCOL, overrides)
        for page in (PAGE, changed)
    )
    assert [
        finding.rule for finding in compare_sets(old, new).findings if "stale" in finding.rule
    ] == [rule]
    assert [finding.rule for finding in compare_sets(new, new).findings] == []


DOCUMENT: dict[str, Any] = {"a": [1, 2, 3, 4], "b": {"c": "x", "d": [5]}}
EDITS = st.lists(
    st.sampled_from(["/a/0", "/a/1", "/a/2", "/a/3", "/b/c", "/b/d/0"]), unique=True
).flatmap(lambda places: st.fixed_dictionaries({place: st.booleans() for place in places}))


@given(EDITS, st.randoms())
def test_places_are_those_of_the_page_in_any_order(edits: dict[str, bool], random: Any) -> None:
    """And the simulator's own reading agrees."""
    marks = {pointer: f"new {pointer}" for pointer in edits}
    rows = list(edits.items())
    random.shuffle(rows)
    values = {"/a/0": 1, "/a/1": 2, "/a/2": 3, "/a/3": 4, "/b/c": "x", "/b/d/0": 5}
    patches: dict[Place, Patch] = {}
    for pointer, is_removed in rows:
        value, was = None if is_removed else marks[pointer], (values[pointer],)
        patches[Place("input.json", pointer)] = Patch("x", value, was, is_removed)
    overrides = Overrides(models={"a/b": ModelOverrides(patches=patches)})
    patched_model = patched(model(DOCUMENT, model_id="a/b"), overrides)
    assert not patched_model.diagnostics

    def item(pointer: str, value: Any) -> list[Any]:
        return [] if edits.get(pointer) else [marks.get(pointer, value)]

    expected = {
        "a": [entry for n, value in enumerate([1, 2, 3, 4]) for entry in item(f"/a/{n}", value)],
        "b": {
            **({} if edits.get("/b/c") else {"c": marks.get("/b/c", "x")}),
            "d": item("/b/d/0", 5),
        },
    }
    assert patched_model.documents.documents["input.json"].value == expected
    assert _by_the_simulator(patches) == expected


def _by_the_simulator(patches: dict[str, Patch]) -> Any:
    rows = [
        f'"{place}" = {{ '
        + ("remove = true" if patch.remove else f'value = "{patch.value}"')
        + " }"
        for place, patch in patches.items()
    ]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "overrides.toml").write_text(toml(*rows), "utf-8")
        document = json.loads(json.dumps(DOCUMENT))
        return simulator.patched(Path(folder), "a/b", "input.json", document)


def test_the_texts_of_this_repository_are_english(root: Path) -> None:
    from runcomfy_codegen.dialect.document_texts import document_texts
    from runcomfy_codegen.language import detect_language
    from runcomfy_codegen.reading.documents import load_models
    from runcomfy_codegen.reading.overrides import load_overrides

    overrides, _ = load_overrides(root / "schemas")
    for model_documents in load_models(root / "schemas")[0]:
        corrected = patched(model_documents, overrides)
        assert not corrected.diagnostics
        schemas = (
            corrected.documents.documents[name].value for name in ("input.json", "output.json")
        )
        texts = [text for schema in schemas for text in document_texts(schema).values()]
        assert detect_language(texts) == "en", model_documents.model_id
