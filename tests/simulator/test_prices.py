"""The simulator charges by the catalog, as clients estimate, or by prices that a test sets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import astuple
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runcomfy_codegen.output.paths import full_module_name
from runcomfy_codegen.planning import price_factors
from runcomfy_codegen.planning.folder_plan import plan_folder
from runcomfy_codegen.planning.ir import AmountSpec, ChoiceSpec, ModelSpec
from runcomfy_codegen.rendering.package import render_modules
from runcomfy_models import ModelInfo, PriceTooHigh
from runcomfy_models._runtime.pricing import Price, PriceAmount, PriceChoice, Pricing
from runcomfy_models.testing import Course, ListPrice, Simulator, price_list
from runcomfy_models.testing.price_list import PriceList
from runcomfy_models.testing.raw_schemas import RawSchemas
from tests.fidelity.building import execute_module
from tests.simulator.real_models import KLING, Client
from tests.unit.conftest import loader

INPUT = {
    "type": "object",
    "properties": {
        "duration_seconds": {"type": "integer", "minimum": 3, "maximum": 15, "default": 10},
        "num_outputs": {"enum": [1, 2, 4], "default": 1},
        "resolution": {"enum": ["480p", "720p", "4k"], "default": "720p"},
    },
}
CATALOG = {"display_name": "One", "base_price_usd": 0.1, "price_unit": "second"}
OVERRIDES = """["acme/one".price]
"input.json#/properties/resolution" = { times = { "480p" = 0.5, "4k" = 3 }, why = "the note" }
"""


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("schemas")
    (folder / "acme/one").mkdir(parents=True)
    (folder / "acme/one/input.json").write_text(json.dumps(INPUT))
    (folder / "acme/one/catalog.json").write_text(json.dumps(CATALOG))
    (folder / "overrides.toml").write_text(OVERRIDES)
    return folder


@pytest.fixture(scope="module")
def priced(schemas: Path) -> Iterator[Simulator]:
    with Simulator(schemas=schemas, course=Course(queued=0, running=0)) as simulator:
        yield simulator


@pytest.fixture(scope="module")
def client(schemas: Path, priced: Simulator) -> Iterator[Any]:
    """The generated client of the model that has a price."""
    (model,) = plan_folder(schemas).models
    name = full_module_name(model.module)
    module = execute_module(name, render_modules([model])[name])
    with module.Client(base_url=priced.base_url, token=priced.token) as client_of_the_model:
        yield client_of_the_model


def test_the_simulator_counts_the_same_inputs_as_the_generator() -> None:
    """The tables share no code, so that an estimate can be found wrong, but they are equal."""
    assert price_list.SECONDS == price_factors.SECONDS
    assert price_list.OUTPUTS == price_factors.OUTPUTS


NUMBERS = st.fixed_dictionaries(
    {"type": st.sampled_from(["integer", "number", "float"])},
    optional={
        "minimum": st.sampled_from([-1, 0, 3, 6]),
        "maximum": st.sampled_from([10, 15]),
        "default": st.sampled_from([6, 8]),
    },
)
TEXTS = st.sampled_from(["5", "7.5s", "10 s", "5 secs", "10 seconds", "1 Second", "auto", None])
ENUMS = st.fixed_dictionaries({"enum": st.lists(TEXTS | st.integers(1, 9), min_size=1)})
AMOUNTS = (
    st.tuples(NUMBERS, st.integers(6, 10))
    | ENUMS.flatmap(lambda schema: st.tuples(st.just(schema), st.sampled_from(schema["enum"])))
    | st.just(({"type": "string"}, "5s"))
)
"""The schema of an input, and a value that fits."""

FORMS = st.sampled_from(
    [
        lambda schema: schema,
        lambda schema: {"anyOf": [schema, {"type": "null"}]},
        lambda schema: {"allOf": [schema]},
    ]
)
"""Ways to write a schema."""


SUFFIXES = st.sampled_from(["", "/1", "~1", " 1", "%201"])
"""Ends of a definition's name, which a reference to it has to escape."""


@st.composite
def cases(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """Draw a schema with inputs that a price may depend on, and values that fit."""
    properties, definitions, inputs = {}, {}, {}
    for names in (price_factors.SECONDS, price_factors.OUTPUTS):
        for name in draw(st.sets(st.sampled_from(names), max_size=2)):
            schema, value = draw(AMOUNTS)
            key = f"{name}{draw(SUFFIXES)}"
            definitions[key] = draw(FORMS)(schema)
            reference = {"$ref": f"#/$defs/{quote(key.replace('~', '~0').replace('/', '~1'))}"}
            properties[name] = reference if draw(st.booleans()) else definitions[key]
            inputs[name] = draw(st.sampled_from([value, None]))
    return {"type": "object", "properties": properties, "$defs": definitions}, inputs


CLASSES = {AmountSpec: PriceAmount, ChoiceSpec: PriceChoice}


def estimate(model: ModelSpec, inputs: dict[str, Any]) -> Price:
    info = ModelInfo("a/b", price=Decimal(model.info.price or 0), price_unit=model.info.price_unit)
    factors = model.price_factors
    if factors is None:
        return Pricing(info, None).price(inputs)
    return Pricing(info, [CLASSES[type(factor)](*astuple(factor)) for factor in factors]).price(
        inputs
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases())
def test_the_charge_is_within_the_estimate(
    tmp_path: Path, case: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    schema, inputs = case
    (model,) = loader(tmp_path)({"a/b/input.json": schema, "a/b/catalog.json": CATALOG}).models
    price = estimate(model, inputs)
    charge = PriceList(RawSchemas(tmp_path / "s")).charge("a/b", inputs)
    assert charge is not None
    assert price.low is None or price.low <= charge
    assert price.high is None or charge <= price.high


def test_a_factor_counts_for_an_input_with_a_slash_in_its_name(tmp_path: Path) -> None:
    (tmp_path / "acme/one").mkdir(parents=True)
    schema = {"type": "object", "properties": {"a/b": {"enum": ["low", "high"]}}}
    (tmp_path / "acme/one/input.json").write_text(json.dumps(schema))
    (tmp_path / "overrides.toml").write_text(
        '["acme/one".price]\n"input.json#/properties/a~1b" = { times = { high = 3 }, why = "it" }\n'
    )
    prices = PriceList(RawSchemas(tmp_path))
    prices["acme/one"] = ListPrice(0.1)
    assert prices.charge("acme/one", {"a/b": "high"}) == Decimal("0.3")


def test_everything_that_an_estimate_depends_on_is_charged(client: Any) -> None:
    result = client.run(duration_seconds=5, num_outputs=2, resolution="4k")
    assert result.cost == result.estimate.high == Decimal("3.0")


def test_the_facts_are_declared(client: Any) -> None:
    assert client.info.display_name == "One"
    assert client.info.price == Decimal("0.1")


def test_a_limit_holds_against_the_simulator(client: Any, priced: Simulator) -> None:
    before = priced.ledger.charged
    with pytest.raises(PriceTooHigh):
        client.with_options(max_cost="0.30").run(
            duration_seconds=4, num_outputs=1, resolution="720p"
        )
    assert priced.ledger.charged == before
    client.with_options(max_cost="0.40").run(duration_seconds=4, num_outputs=1, resolution="720p")


def test_a_price_that_a_test_sets_is_charged_and_listed(simulator: Simulator) -> None:
    simulator.prices[KLING] = ListPrice(0.2, per="second")
    headers = {"Authorization": f"Bearer {simulator.token}"}
    with httpx.Client(base_url=simulator.base_url, headers=headers) as http:
        entry = http.get(f"/v1/models/{KLING}").json()
        assert (entry["base_price_usd"], entry["price_unit"]) == (0.2, "second")
        body = {"prompt": "a", "start_image_url": "https://example.com/a.png", "duration": 5}
        http.post(f"/v1/models/{KLING}", json=body)
    assert simulator.ledger.charged == Decimal("1.0")


def test_the_cost_of_a_course_comes_before_the_price_list(
    simulator: Simulator, client: Client
) -> None:
    simulator.prices[KLING] = ListPrice(0.2)
    simulator.jobs.next(Course(cost=0.7))
    headers = {"Authorization": f"Bearer {simulator.token}"}
    body = {"prompt": "a", "start_image_url": "https://example.com/a.png"}
    for _ in range(2):
        httpx.post(f"{simulator.base_url}/v1/models/{KLING}", headers=headers, json=body)
    assert simulator.ledger.charged == Decimal("0.9")


def test_the_catalogs_facts_are_listed_as_they_are_stored(priced: Simulator) -> None:
    headers = {"Authorization": f"Bearer {priced.token}"}
    entry = httpx.get(f"{priced.base_url}/v1/models/acme/one", headers=headers).json()
    assert entry["display_name"] == "One"
    assert (entry["base_price_usd"], entry["price_unit"]) == (0.1, "second")
