"""The private names of other libraries that the client library depends on still work.

If one of these fails, a library has changed: see `_runtime/private_names.py`.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import httpcore
import httpcore2
import httpx
import httpx2
import pytest

from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.private_names import PYDANTIC_BASE_INIT, wrap_network_backends

LIBRARIES: list[Any] = [(httpx, httpcore), (httpx2, httpcore2)]
CLIENTS: list[type[Any]] = [
    httpx.Client,
    httpx.AsyncClient,
    httpx2.Client,
    httpx2.AsyncClient,
]


class RefusingBackend:
    """A network backend that makes no connection."""

    def __init__(self, core: Any) -> None:
        self.core = core

    def connect_tcp(self, *_: Any, **__: Any) -> Any:
        raise self.core.ConnectError("ours")


@pytest.mark.parametrize(("library", "core"), LIBRARIES)
def test_a_pool_connects_through_its_network_backend(library: Any, core: Any) -> None:
    with library.Client(trust_env=False) as client:
        assert wrap_network_backends(client, lambda _: RefusingBackend(core))
        with pytest.raises(library.ConnectError, match="ours"):
            client.get("http://127.0.0.1:1")


@pytest.mark.parametrize("client", CLIENTS)
def test_the_backend_of_each_proxy_is_wrapped(
    client: type[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "example.com")
    wrapped: list[Any] = []
    assert wrap_network_backends(client(), lambda backend: wrapped.append(backend) or backend)
    assert len(wrapped) == 2
    assert all(callable(backend.connect_tcp) for backend in wrapped)


@pytest.mark.parametrize("client", CLIENTS)
def test_a_transport_without_a_pool_is_reported(client: type[Any]) -> None:
    library = httpx2 if client.__module__ == "httpx2" else httpx
    transport = library.MockTransport(lambda request: library.Response(200))
    assert not wrap_network_backends(client(transport=transport), RefusingBackend)


def test_pydantic_does_not_send_wire_names_through_a_marked_init() -> None:
    assert getattr(InputModel.__init__, PYDANTIC_BASE_INIT)

    class Marked(InputModel):
        def __init__(self, **_: Any) -> None:
            raise AssertionError("model_validate went through __init__")

        setattr(__init__, PYDANTIC_BASE_INIT, True)

        x: int

    assert Marked.model_validate({"x": 1}).x == 1


def test_no_other_file_uses_a_private_name_of_a_library(root: Path) -> None:
    """Names with one underscore are private, unless the object is one of ours."""
    library = root / "generator/runtime/runcomfy_models"
    own_objects = {"self", "super()", "cls", "other", "error", "client"}
    for path in library.rglob("*.py"):
        if path.name == "private_names.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr.startswith("_"):
                owner = ast.unparse(node.value).partition(".")[0]
                is_dunder = node.attr.startswith("__") and node.attr.endswith("__")
                assert is_dunder or owner in own_objects, (
                    f"{path}:{node.lineno}: {ast.unparse(node)}"
                )
