"""The price of a job: a range that the real price is in, or unknown; and a limit on it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcomfy_models import InvalidInputError, ModelInfo, Price, PriceTooHigh
from runcomfy_models._runtime.pricing import PriceAmount, PriceChoice, Pricing
from tests.loopback import Loopback
from tests.runtime.models import AsyncClient, Client, Input
from tests.runtime.side import TOKEN, Side

CENTS = ModelInfo("acme/x", price=Decimal("0.10"), price_unit="second")
STEPS = PriceAmount("33_steps", 3, 15)
SIZE = PriceChoice("size", (("720p", 1), ("4k", 3)))


def priced(*factors: Any, info: ModelInfo | None = CENTS, **inputs: Any) -> Price:
    return Pricing(info, factors).price(inputs)


@pytest.mark.parametrize(
    ("factors", "inputs", "low", "high"),
    [
        ((), {}, "0.10", "0.10"),
        ((PriceAmount("n", 3, 15),), {"n": 5}, "0.50", "0.50"),
        ((PriceAmount("n", 3, 15),), {"n": 2.5}, "0.25", "0.25"),
        ((PriceAmount("n", 3, 15),), {}, "0.30", "1.50"),
        ((PriceAmount("n", 3, 15),), {"n": None}, "0.30", "1.50"),
        ((PriceAmount("n", 3, None),), {}, "0.30", None),
        ((PriceAmount("n", -1, 15),), {}, None, "1.50"),
        ((PriceAmount("n", -1, 15),), {"n": -1}, None, None),
        ((SIZE,), {"size": "4k"}, "0.30", "0.30"),
        ((SIZE,), {}, "0.10", "0.30"),
        ((SIZE,), {"size": "8k"}, None, None),
        ((PriceChoice("n", (("5", 5), ("auto", None))),), {}, None, None),
        ((PriceAmount("n", 3, 15), SIZE), {"n": 4}, "0.40", "1.20"),
    ],
)
def test_a_price_is_calculated_from_the_inputs_that_it_depends_on(
    factors: Any, inputs: dict[str, Any], low: str | None, high: str | None
) -> None:
    price = priced(*factors, **inputs)
    expected = tuple(None if end is None else Decimal(end) for end in (low, high))
    assert (price.low, price.high) == expected
    assert price.exact == (low is not None and low == high)


@given(st.integers(1, 50) | st.floats(0.5, 50), st.sampled_from(["720p", "4k"]))
def test_the_price_without_some_inputs_is_a_range_around_the_exact_price(
    n: float, size: str
) -> None:
    factors = (PriceAmount("n", 0.5, 50), SIZE)
    exact = priced(*factors, n=n, size=size)
    assert exact.exact
    for inputs in ({}, {"n": n}, {"size": size}):
        partial = priced(*factors, **inputs)
        assert partial.low is not None
        assert partial.high is not None
        assert exact.low is not None
        assert partial.low <= exact.low <= partial.high


@pytest.mark.parametrize(
    ("info", "basis"),
    [
        (None, "the catalog has no price"),
        (ModelInfo("a/b"), "the catalog has no price"),
        (ModelInfo("a/b", pricing_note="$1"), "the catalog has no price; the catalog notes: $1"),
    ],
)
def test_an_unknown_price_is_none_and_not_zero(info: ModelInfo | None, basis: str) -> None:
    price = priced(info=info)
    assert (price.low, price.high, price.exact, str(price)) == (None, None, False, "unknown")
    assert price.basis == basis


def test_a_price_that_depends_on_more_than_inputs_is_unknown() -> None:
    price = Pricing(CENTS, None).price({"duration": 5})
    assert (price.low, price.high, price.unit) == (None, None, "second")
    assert price.basis == "$0.10 for each second; the inputs do not say how many there will be"


def test_the_basis_is_a_sentence_with_the_inputs() -> None:
    assert priced(PriceAmount("n", 3, 15), SIZE, size="4k").basis == (
        "$0.10 for each second, times 3 to 15 (n), times 3 (size)"
    )


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        ("0.5", "0.5", "$0.50"),
        ("0.3", "1.5", "$0.30 to $1.50"),
        ("0.003", "12", "$0.003 to $12.00"),
        ("1E+1", "1E+2", "$10.00 to $100.00"),
        ("0.3", None, "at least $0.30"),
        (None, "2", "at most $2.00"),
    ],
)
def test_a_price_is_shown_in_dollars(low: str | None, high: str | None, text: str) -> None:
    ends = (None if end is None else Decimal(end) for end in (low, high))
    assert str(Price(*ends, None, "")) == text


@pytest.fixture
def priced_models(monkeypatch: pytest.MonkeyPatch) -> None:
    for client in (Client, AsyncClient):
        monkeypatch.setattr(client, "info", CENTS)
        monkeypatch.setattr(client, "price_factors", (STEPS,))


@pytest.mark.usefixtures("priced_models")
class TestClients:
    """A model that costs 0.10 a step, 3 to 15 of them."""

    def test_a_client_estimates_the_price_of_a_job_and_sends_nothing(
        self, side: Side, service: Loopback
    ) -> None:
        client = side.client(service.url)
        assert str(client.price()) == "$0.30 to $1.50"
        assert str(client.price(steps=5)) == "$0.50"
        assert str(client.price(**{"33_steps": 5})) == "$0.50"
        assert str(client.price(prompt="x", steps=5)) == "$0.50"
        assert str(client.price(Input(prompt="x", steps=4))) == "$0.40"
        assert not service.calls

    @pytest.mark.parametrize(
        ("inputs", "path"), [({"steps": "x"}, "33_steps"), ({"stpes": 5}, "stpes")]
    )
    def test_a_wrong_input_is_refused(
        self, inputs: dict[str, Any], path: str, side: Side, service: Loopback
    ) -> None:
        with pytest.raises(InvalidInputError) as caught:
            side.client(service.url).price(**inputs)
        assert [problem.path for problem in caught.value.problems] == [path]

    def test_an_input_and_keywords_at_once_are_refused(self, side: Side, service: Loopback) -> None:
        with pytest.raises(TypeError, match="not both"):
            side.client(service.url).price(Input(prompt="x"), steps=5)

    @pytest.mark.parametrize("limit", ["0.49", 0.49, Decimal("0.49"), 0])
    def test_a_job_above_the_limit_is_not_sent(
        self, limit: Any, side: Side, service: Loopback
    ) -> None:
        client = side.client(service.url).with_options(max_cost=limit)
        for method in (client.run, client.submit, client.check, client.preflight):
            with pytest.raises(
                PriceTooHigh, match=r"may cost \$0.50, more than max_cost"
            ) as caught:
                side.do(method(prompt="x", steps=5))
        assert caught.value.max_cost == Decimal(str(limit))
        assert caught.value.price == client.price(steps=5)
        assert caught.value.model_id == Client.model_id
        assert not service.calls

    @pytest.mark.parametrize("limit", ["0.50", 0.5, 1])
    def test_a_job_within_the_limit_is_sent(
        self, limit: Any, side: Side, service: Loopback
    ) -> None:
        client = side.client(service.url, max_cost=limit)
        assert side.do(client.run(prompt="x", steps=5)).output.video

    def test_wrong_inputs_are_reported_before_their_price(
        self, side: Side, service: Loopback
    ) -> None:
        with pytest.raises(InvalidInputError):
            side.do(side.client(service.url, max_cost=0).run(prompt="x", steps=51))

    def test_an_unknown_price_is_refused_unless_it_is_allowed(
        self, side: Side, service: Loopback, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for kind in (Client, AsyncClient):
            monkeypatch.setattr(kind, "price_factors", None)
        client = side.client(service.url, max_cost="100")
        with pytest.raises(PriceTooHigh, match=r"is not known .*nothing was sent"):
            side.do(client.submit(prompt="x"))
        assert not service.calls
        side.do(client.with_options(max_cost_unknown="allow").submit(prompt="x"))

    def test_a_result_has_the_estimate_beside_the_cost(self, side: Side, service: Loopback) -> None:
        client = side.client(service.url)
        result = side.do(client.run(prompt="x", steps=5))
        assert result.estimate == client.price(steps=5)
        assert result.to_dict()["estimate"]["high"] == "0.50"
        assert side.do(client.request(result.id).result()).estimate is None


@pytest.mark.parametrize("limit", ["x", "-1", -1, "nan", "inf", True, [], "0,50"])
def test_a_limit_that_is_not_an_amount_is_refused(limit: Any) -> None:
    with pytest.raises(ValueError, match="max_cost has to be an amount"):
        Client(token=TOKEN, max_cost=limit)


def test_max_cost_unknown_is_refuse_or_allow() -> None:
    with pytest.raises(ValueError, match="max_cost_unknown has to be one of refuse, allow"):
        Client(token=TOKEN, max_cost_unknown="maybe")  # type: ignore[arg-type]
