"""The client: its connections, its options, and the calls that it makes."""

from __future__ import annotations

import typing
from dataclasses import fields
from typing import Any

import pytest

from runcomfy_models import RunComfyError
from runcomfy_models._runtime.options import OptionChanges, Options
from tests.loopback import REQUEST_ID, Loopback
from tests.runtime.models import MODEL_ID, Lora
from tests.runtime.side import Side


def test_only_given_inputs_are_sent_under_their_wire_names(side: Side, service: Loopback) -> None:
    lora = Lora(path="p")
    side.do(side.client(service.url).submit(prompt="für", steps=5, loras=[lora]))
    assert service.calls[0].body == {"prompt": "für", "33_steps": 5, "loras": [{"path": "p"}]}


def test_run_submits_then_polls_then_fetches_the_result(side: Side, service: Loopback) -> None:
    side.do(side.client(service.url).run(prompt="x"))
    assert [(call.method, call.path.partition("/v1/")[2]) for call in service.calls] == [
        ("POST", f"models/{MODEL_ID.replace(' ', '%20')}"),
        ("GET", f"requests/{REQUEST_ID}/status"),
        ("GET", f"requests/{REQUEST_ID}/result?include_cost=true"),
    ]


def test_a_client_closes_the_connections_that_it_made(side: Side, service: Loopback) -> None:
    client = side.client(service.url)
    side.close(client)
    with pytest.raises(RunComfyError, match="closed"):
        side.do(client.submit(prompt="x"))
    assert service.calls == []


def test_a_client_is_a_context_manager(side: Side, service: Loopback) -> None:
    client = side.client(service.url)

    async def within() -> Any:
        async with client as same:
            return same

    if side.is_async:
        assert side.do(within()) is client
    else:
        with client as same:
            assert same is client
    with pytest.raises(RunComfyError, match="closed"):
        side.do(client.submit(prompt="x"))


def test_a_passed_in_http_client_is_not_closed(side: Side, service: Loopback) -> None:
    http = side.http_client(headers={"User-Agent": "mine"})
    side.close(side.client(service.url, http_client=http))
    assert not http.is_closed
    assert side.do(side.client(service.url, http_client=http).run(prompt="x")).id == REQUEST_ID


def test_a_client_with_other_options_shares_the_connections(side: Side, service: Loopback) -> None:
    client = side.client(service.url, wait_timeout=5)
    changed = client.with_options(poll_first=1)
    assert type(changed) is type(client)
    account, changed_account = (vars(item)["_account"] for item in (client, changed))
    assert changed_account.api is account.api
    assert changed_account.options == Options(wait_timeout=5, poll_first=1)
    assert account.options == Options(wait_timeout=5)


def test_the_keywords_of_a_client_match_the_options() -> None:
    options = {field.name: field.type for field in fields(Options)}
    assert options == typing.get_type_hints(OptionChanges)


class AsyncCallback:
    async def __call__(self, update: object) -> None:
        """Do nothing: options refuse a coroutine function."""


@pytest.mark.parametrize(
    "options",
    [
        {"connect_timeout": 0},
        {"read_timeout": -1},
        {"wait_timeout": float("nan")},
        {"poll_first": 0},
        {"poll_growth": 0.5},
        {"attempts": 0},
        {"headers": {"Host": "x"}},
        {"headers": ["X-A"]},
        {"headers": {"X-A": 5}},
        {"read_timeout": True},
        {"wait_timeout": "5"},
        {"wait_timeout": None},
        {"attempts": 2.5},
        {"on_timeout": "stop"},
        {"on_update": 5},
        {"on_update": AsyncCallback()},
        {"download_hosts": "runcomfy.net"},
        {"download_hosts": [5]},
        {"download_hosts": None},
        {"headers": {"X-A": "b\r\nAuthorization: c"}},
        {"headers": {"X A": "b"}},
        {"headers": {"X-A": "é"}},
        {"headers": {"": "b"}},
    ],
)
def test_invalid_options_are_refused_at_once(
    options: dict[str, Any], side: Side, service: Loopback
) -> None:
    with pytest.raises(ValueError, match=r"at least|header|one of|function|list of"):
        side.client(service.url, **options)


def test_an_unknown_option_is_refused(side: Side, service: Loopback) -> None:
    with pytest.raises(TypeError, match="time_out"):
        side.client(service.url, time_out=5)


def test_the_repr_of_a_client_shows_its_model_and_address(side: Side, service: Loopback) -> None:
    name = "AsyncClient" if side.is_async else "Client"
    assert repr(side.client(service.url)) == f"<{name} of {MODEL_ID} at {service.url}>"
