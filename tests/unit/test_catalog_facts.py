"""Facts from `catalog.json` and `[price]`, and their errors by file and line."""

from __future__ import annotations

from typing import Any

import pytest

from runcomfy_codegen.planning.ir import AmountSpec, ChoiceSpec, FactorSpec, ModelSpec
from runcomfy_codegen.rendering.package import render_modules

from .conftest import OUTPUT, Load

WHOLE, TEXT = {"type": "integer"}, {"type": "string"}
FACTS = {
    "display_name": "Lip Sync",
    "description": "",
    "categories": ["lip-sync"],
    "kind": "model",
    "model_url": "https://www.runcomfy.com/models/lip-sync",
    "base_price_usd": 0.10,
    "price_unit": "second",
    "pricing_note": None,
    "popularity": 7,
}


def plan_model(load: Load, catalog: Any, overrides: str | None = None, **inputs: Any) -> ModelSpec:
    schema = {"type": "object", "properties": inputs}
    documents = {"input.json": schema, "output.json": OUTPUT, "catalog.json": catalog}
    plan = load({f"a/b/{name}": document for name, document in documents.items()}, overrides)
    assert plan.is_valid, plan.diagnostics
    return plan.models[0]


def test_facts_are_read_and_blank_ones_are_unknown(load: Load) -> None:
    info = plan_model(load, FACTS).info
    assert (info.display_name, info.categories, info.kind) == ("Lip Sync", ("lip-sync",), "model")
    assert (info.price, info.price_unit, info.docs_url) == ("0.1", "second", FACTS["model_url"])
    assert (info.description, info.pricing_note) == (None, None)


def test_the_catalogs_link_counts_only_without_a_better_one(load: Load) -> None:
    overrides = '["a/b"]\ndocs_url = "https://example.com/mine"'
    assert plan_model(load, FACTS).docs_url == FACTS["model_url"]
    assert plan_model(load, FACTS, overrides).docs_url == "https://example.com/mine"


@pytest.mark.parametrize("link", ["http://example.com", "https://a\\nb", "javascript:a()"])
def test_a_maintainers_link_has_to_be_an_https_url(link: str, load: Load) -> None:
    overrides = f'["a/b"]\ndocs_url = "{link}"'
    (error,) = (
        diagnostic
        for diagnostic in load({}, overrides).diagnostics
        if diagnostic.code == "invalid-override"
    )
    assert str(error).startswith("s/overrides.toml:2:")
    assert "docs_url is not an https URL" in error.message


def test_only_a_link_to_runcomfy_is_shown(load: Load) -> None:
    """Entries of the catalog are untrusted, and the link stands in generated modules."""
    link = "https://www.runcomfy.com/models/a"
    assert plan_model(load, {"model_url": f"{link}?utm=1"}).docs_url == link
    assert plan_model(load, {"model_url": "https://evil.example/x"}).docs_url is None


@pytest.mark.parametrize(
    ("catalog", "diagnostic"),
    [
        ('{\n  "base_price_usd": -0.1\n}', ":2:/base_price_usd: error[invalid-catalog]: is -0.1"),
        ('{\n\n  "base_price_usd": "0.1"\n}', ":3:/base_price_usd: error[invalid-catalog]: is '0"),
        ('{"base_price_usd": true}', ":1:/base_price_usd: error[invalid-catalog]: is True"),
        ('{"categories": "x"}', ":1:/categories: error[invalid-catalog]: is 'x', not a list"),
        ('{"model_url": "javascript:0"}', ":1:/model_url: error[invalid-catalog]"),
        ("[]", ":1: error[invalid-catalog]: is not an object"),
    ],
)
def test_a_fact_of_another_form_is_an_error_with_its_line(
    catalog: str, diagnostic: str, load: Load
) -> None:
    plan = load({"a/b/input.json": {"type": "object"}, "a/b/catalog.json": catalog})
    assert any(f"s/a/b/catalog.json{diagnostic}" in str(reported) for reported in plan.diagnostics)


def test_a_catalog_alone_is_not_a_model(load: Load) -> None:
    plan = load({"a/b/catalog.json": FACTS})
    assert [diagnostic.code for diagnostic in plan.diagnostics if diagnostic.severity == 3] == [
        "missing-input"
    ]


DURATION = {**WHOLE, "minimum": 3, "maximum": 15, "default": 10}
ANY = AmountSpec("n", None, None)
RANGE = AmountSpec("duration", 3, 15)
LISTED = ChoiceSpec("duration", (("5", 5), ("10s", 10), ("auto", None)))


@pytest.mark.parametrize(
    ("unit", "inputs", "factors"),
    [
        ("output", {"duration": DURATION}, ()),
        ("output", {"num_images": WHOLE}, (AmountSpec("num_images", None, None),)),
        ("second", {"duration": DURATION}, (RANGE,)),
        ("second", {"n": {**WHOLE, "nullable": True}, "duration": DURATION}, (RANGE, ANY)),
        ("second", {"duration": {"enum": ["5", "10s", "auto"]}}, (LISTED,)),
        ("second", {"duration": DURATION, "n": WHOLE}, (RANGE, ANY)),
        ("second", {"video_url": TEXT}, None),
        ("second", {"duration": TEXT}, None),
        ("megapixel", {"duration": DURATION}, None),
    ],
)
def test_the_unit_decides_which_inputs_a_price_depends_on(
    unit: str, inputs: dict[str, Any], factors: tuple[FactorSpec, ...] | None, load: Load
) -> None:
    catalog = {"base_price_usd": 1, "price_unit": unit}
    assert plan_model(load, catalog, **inputs).price_factors == factors


def test_without_a_price_there_are_no_price_factors(load: Load) -> None:
    assert plan_model(load, {"price_unit": "second"}, duration=DURATION).price_factors is None


PRICE = '["a/b".price]\n"input.json#/properties/{}" = {{ times = {{ {} }}, why = "the note" }}'


@pytest.mark.parametrize(
    ("schema", "times", "factors"),
    [
        ({"enum": ["720p", "4k"]}, '"4k" = 3', (("720p", 1), ("4k", 3))),
        ({"type": "boolean"}, "true = 1.5", ((False, 1), (True, 1.5))),
        ({"enum": [5, 10]}, "10 = 1.8", ((5, 1), (10, 1.8))),
    ],
)
def test_an_override_says_which_values_cost_more(
    schema: Any, times: str, factors: Any, load: Load
) -> None:
    catalog = {"base_price_usd": 1, "price_unit": "output"}
    model = plan_model(load, catalog, PRICE.format("x", times), x=schema)
    assert model.price_factors == (ChoiceSpec("x", factors),)


@pytest.mark.parametrize(
    ("place", "times", "message"),
    [
        ("y", '"4k" = 3', "unknown input 'y'"),
        ("x", '"8k" = 3', "x is never '8k'"),
        ("z", '"4k" = 3', "z has neither an enum nor the type boolean"),
        ("x", '"4k" = -3', "times is not a table of numbers above 0"),
        ("x", '"4k" = 0', "times is not a table of numbers above 0"),
        ("x", '"4k" = "3"', "times is not a table of numbers above 0"),
        ("x", "", "times is not a table of numbers above 0"),
        ("x/y", '"4k" = 3', "is not the place of an input"),
    ],
)
def test_a_factor_that_fits_nothing_is_an_error_with_its_line(
    place: str, times: str, message: str, load: Load
) -> None:
    schema = {"type": "object", "properties": {"x": {"enum": ["4k"]}, "z": TEXT}}
    plan = load({"a/b/input.json": schema}, PRICE.format(place, times))
    (error,) = (diagnostic for diagnostic in plan.diagnostics if diagnostic.severity == 3)
    assert str(error).startswith("s/overrides.toml:2: error[invalid-override]")
    assert message in error.message


def test_a_docs_link_is_shown_only_where_it_is_known(load: Load) -> None:
    """The address cannot be derived from the model_id: on four pages in ten it would be wrong."""
    documents = {"a/b/input.json": {"type": "object"}, "a/b/output.json": OUTPUT}
    (text,) = render_modules(load(documents).models).values()
    assert "Docs:" not in text
    page = {"a/b/page.json": {"docs_url": "https://www.runcomfy.com/models/b/api"}}
    (text,) = render_modules(load(page).models).values()
    assert "Docs: https://www.runcomfy.com/models/b/api" in text
