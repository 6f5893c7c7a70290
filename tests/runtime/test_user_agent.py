"""The `User-Agent` of calls, and the version in it."""

from __future__ import annotations

from importlib.metadata import version

import aiohttp
import httpx
import httpx2
import pytest

import runcomfy_models
from tests.loopback import Loopback
from tests.runtime.side import EVERY_LIBRARY, EVERY_TRANSPORT, Side

LIBRARIES = {
    "sync": f"httpx/{httpx.__version__}",
    "async": f"httpx/{httpx.__version__}",
    "httpx2-sync": f"httpx2/{httpx2.__version__}",
    "httpx2-async": f"httpx2/{httpx2.__version__}",
    "aiohttp": f"aiohttp/{aiohttp.__version__}",
}


def agents(service: Loopback) -> set[str | None]:
    return {call.headers.get("user-agent") for call in service.calls}


def test_the_version_is_that_of_the_distribution() -> None:
    assert runcomfy_models.__version__ == version("runcomfy-models")


@EVERY_TRANSPORT
def test_calls_name_this_package_and_the_library(side: Side, service: Loopback) -> None:
    side.do(side.client(service.url).run(prompt="x"))
    ours = f"runcomfy-models/{runcomfy_models.__version__}"
    assert agents(service) == {f"{ours} {LIBRARIES[side.name]}"}


@EVERY_TRANSPORT
@pytest.mark.parametrize("name", ["User-Agent", "user-agent"])
def test_a_header_in_the_options_replaces_the_user_agent(
    name: str, side: Side, service: Loopback
) -> None:
    side.do(side.client(service.url, headers={name: "mine/1"}).run(prompt="x"))
    assert agents(service) == {"mine/1"}


@EVERY_LIBRARY
def test_a_passed_in_client_keeps_its_own_user_agent(side: Side, service: Loopback) -> None:
    http = side.http_client(headers={"User-Agent": "theirs/1"})
    side.do(side.client(service.url, http_client=http).run(prompt="x"))
    assert agents(service) == {"theirs/1"}
