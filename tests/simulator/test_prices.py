"""The simulator charges by the catalog, as clients estimate, or by prices that a test sets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runcomfy_codegen.output.paths import full_module_name
from runcomfy_codegen.planning.folder_plan import plan_folder
from runcomfy_codegen.rendering.package import render_modules
from runcomfy_models import PriceTooHigh
from runcomfy_models.testing import Course, ListPrice, Simulator
from tests.fidelity.building import executed
from tests.simulator.helpers import KLING, Client

INPUT = {
    "type": "object",
    "properties": {
        "duration": {"type": "integer", "minimum": 3, "maximum": 15, "default": 10},
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
    module = executed(name, render_modules([model])[name])
    with module.Client(base_url=priced.base_url, token=priced.token) as one:
        yield one


GIVEN = st.fixed_dictionaries(
    {},
    optional={
        "duration": st.integers(3, 15),
        "num_outputs": st.sampled_from([1, 2, 4]),
        "resolution": st.sampled_from(["480p", "720p", "4k"]),
    },
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(GIVEN)
def test_what_is_charged_is_within_the_estimate(client: Any, inputs: dict[str, Any]) -> None:
    price, cost = client.price(**inputs), client.run(**inputs).cost
    assert price.low <= cost <= price.high
    if len(inputs) == 3:
        assert price.exact


def test_everything_that_an_estimate_depends_on_is_charged(client: Any) -> None:
    result = client.run(duration=5, num_outputs=2, resolution="4k")
    assert result.cost == result.estimate.high == Decimal("3.0")


def test_the_facts_are_declared(client: Any) -> None:
    assert client.info.display_name == "One"
    assert client.info.price == Decimal("0.1")


def test_a_limit_holds_against_the_simulator(client: Any, priced: Simulator) -> None:
    before = priced.ledger.charged
    with pytest.raises(PriceTooHigh):
        client.with_options(max_cost="0.30").run(duration=4, num_outputs=1, resolution="720p")
    assert priced.ledger.charged == before
    client.with_options(max_cost="0.40").run(duration=4, num_outputs=1, resolution="720p")


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
