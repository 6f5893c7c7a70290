"""Several models on one account: one token, one pool, one set of options."""

from __future__ import annotations

from typing import Any

import pytest

import runcomfy_models
from runcomfy_models import AsyncRunComfy, RunComfy
from tests.loopback import REQUEST_ID, Loopback, status
from tests.runtime.models import AsyncClient, Client
from tests.runtime.side import TOKEN, Side


def account(side: Side, service: Loopback, **keywords: Any) -> Any:
    kind: Any = runcomfy_models.AsyncRunComfy if side.is_async else runcomfy_models.RunComfy
    return kind(token=TOKEN, base_url=service.url, clock=side.clock, **keywords)


def client_of(side: Side, account: Any, **options: Any) -> Any:
    return (AsyncClient if side.is_async else Client)(account, **options)


def test_clients_share_the_token_and_connections_of_their_account(
    side: Side, service: Loopback
) -> None:
    shared = account(side, service)
    for client in (client_of(side, shared), client_of(side, shared)):
        assert side.do(client.run(prompt="x")).id == REQUEST_ID
        side.close(client)
    assert not shared.api.connections.is_closed
    assert {call.authorization for call in service.calls} == {f"Bearer {TOKEN}"}
    side.close(shared)
    assert shared.api.connections.is_closed


def test_an_account_is_a_context_manager(side: Side, service: Loopback) -> None:
    async def asynchronously() -> Any:
        async with account(side, service) as shared:
            return shared

    if side.is_async:
        shared = side.do(asynchronously())
    else:
        with account(side, service) as shared:
            assert not shared.api.connections.is_closed
    assert shared.api.connections.is_closed


def test_options_of_a_client_change_those_of_its_account(side: Side, service: Loopback) -> None:
    service.status = [status("in_queue")]
    shared = account(side, service, wait_timeout=50, headers={"X-A": "1"})
    client = client_of(side, shared, wait_timeout=5)
    with pytest.raises(runcomfy_models.WaitTimeout, match="after 5 s"):
        side.do(client.run(prompt="x"))
    with pytest.raises(runcomfy_models.WaitTimeout, match="after 50 s"):
        side.do(client_of(side, shared).run(prompt="x"))
    with pytest.raises(runcomfy_models.WaitTimeout, match="after 7 s"):
        side.do(client_of(side, shared.with_options(wait_timeout=7)).run(prompt="x"))
    side.close(shared)


@pytest.mark.parametrize("name", ["token", "base_url", "http_client", "clock"])
def test_a_client_refuses_an_account_together_with_arguments_for_one(
    name: str, side: Side, service: Loopback
) -> None:
    shared = account(side, service)
    with pytest.raises(TypeError, match="give either an account"):
        client_of(side, shared, **{name: "x"})
    side.close(shared)


def test_an_account_of_the_other_kind_or_a_token_is_refused_as_an_account(
    side: Side, service: Loopback
) -> None:
    other_type = RunComfy if side.is_async else AsyncRunComfy
    wrong: Any = other_type(token=TOKEN, base_url=service.url)
    for argument in (wrong, TOKEN):
        with pytest.raises(TypeError, match="account has to be") as caught:
            client_of(side, argument)
        assert TOKEN not in str(caught.value)


@pytest.mark.parametrize("name", ["token", "base_url"])
def test_a_token_or_base_url_that_is_not_a_string_is_refused(name: str) -> None:
    wrong: dict[str, Any] = {"token": TOKEN, name: b"secret"}
    with pytest.raises(TypeError, match=f"^{name} has to be a str, not bytes$"):
        RunComfy(**wrong)


def test_the_repr_shows_the_address_and_not_the_token(side: Side, service: Loopback) -> None:
    shared = account(side, service)
    assert service.url in repr(shared)
    assert TOKEN not in repr(shared)
    side.close(shared)


@pytest.mark.parametrize(
    ("keyword", "option"),
    [
        ("timeout", "wait_timeout (for a job) or call_timeout (for one HTTP call)"),
        ("max_retries", "attempts"),
        ("api_key", "token"),
    ],
)
def test_the_error_for_a_keyword_of_another_library_suggests_our_option(
    keyword: str, option: str
) -> None:
    wrong: Any = {keyword: "secret-value"}
    account = RunComfy(token=TOKEN)
    for call in (RunComfy, Client, account.with_options, Client(account).with_options):
        with pytest.raises(TypeError) as caught:
            call(**wrong)
        assert str(caught.value) == (
            f"unknown option '{keyword}'; did you mean the client's option {option}?"
        )
    with pytest.raises(TypeError, match=r"it is an option of the client: Client\(token=…\)"):
        account.with_options(token=TOKEN)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"unknown option 'colour'$"):
        account.with_options(colour=1)
    with pytest.raises(TypeError, match=r"unknown option 'poll_mx'; did you mean poll_max\?$"):
        account.with_options(poll_mx=1)
    account.close()
