"""The balance of the account: exact, and requested from its own origin only."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import httpx
import pytest

import runcomfy_models
from runcomfy_models import AuthenticationError, Balance, ResponseError
from runcomfy_models._runtime.http.origin import ACCOUNT_URL, account_url, find_base_url
from runcomfy_models.testing import Simulator, faults
from tests.loopback import Loopback, Reply
from tests.runtime.side import TOKEN, Side


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("12.340", "12.340"),
        ("0.1", "0.1"),
        ("12345678901234567890.123456789", "12345678901234567890.123456789"),
        ("7", "7"),
        ("-0.35", "-0.35"),
    ],
)
def test_a_balance_keeps_the_digits_that_were_sent(
    number: str, expected: str, side: Side, service: Loopback
) -> None:
    service.submit = [Reply(body=f'{{"balance_usd": {number}, "currency": "USD"}}')]
    balance = side.do(side.client(service.url).balance())
    assert balance == Balance(Decimal(expected), "USD")
    assert balance.to_dict() == {"balance_usd": expected, "currency": "USD"}
    assert [(call.method, call.path) for call in service.calls] == [("GET", "/prod/v2/balance")]


@pytest.mark.parametrize("base_url", [None, "https://model-api.runcomfy.net/"])
def test_the_balance_is_requested_from_the_origin_of_the_account(
    base_url: str | None, side: Side
) -> None:
    requests: list[tuple[str, str]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        requests.append((str(request.url), request.headers["Authorization"]))
        return httpx.Response(200, json={"balance_usd": 1, "currency": "USD"})

    http = side.http_client(transport=httpx.MockTransport(answer))
    kind: Any = runcomfy_models.AsyncRunComfy if side.is_async else runcomfy_models.RunComfy
    side.do(kind(token=TOKEN, base_url=base_url, http_client=http).balance())
    assert requests == [("https://api.runcomfy.net/prod/v2/balance", f"Bearer {TOKEN}")]


@pytest.mark.parametrize(
    "base_url", ["http://127.0.0.1:8000", "https://proxy.example.com/runcomfy"]
)
def test_the_token_of_another_service_is_never_sent_to_the_account_origin(base_url: str) -> None:
    assert account_url(find_base_url(base_url)) == base_url != ACCOUNT_URL


@pytest.mark.parametrize(
    "body", ['{"balance_usd": "much"}', '{"balance_usd": true}', '{"currency": "USD"}', "[]", "5"]
)
def test_an_answer_without_a_balance_is_reported(body: str, side: Side, service: Loopback) -> None:
    service.submit = [Reply(body=body)]
    with pytest.raises(ResponseError) as caught:
        side.do(side.client(service.url).balance())
    assert caught.value.model_id is None


def test_a_refused_token_is_reported(side: Side, service: Loopback) -> None:
    service.submit = [Reply(401, {"message": "expired"})]
    with pytest.raises(AuthenticationError, match="expired"):
        side.do(side.client(service.url).balance())


def test_the_simulator_charges_the_balance(side: Side) -> None:
    with Simulator(balance="10.00") as simulator:
        simulator.faults.balance(faults.server_error(503, retry_after=0))
        client = side.client(simulator.base_url, token=simulator.token)
        assert str(side.do(client.balance())) == "$10.00"
        simulator.jobs.submit("some/model", "digest")
        assert str(side.do(client.balance())) == "$9.65"
        simulator.ledger.assert_token_stayed_home()
