# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: b2d2c04b1f7e548f18812a78e40157c1
"""The libraries that may make the calls: httpx, its successor httpx2, and aiohttp below httpx.

httpx and httpx2 have the same names, but no classes in common: `except httpx.HTTPError`
catches nothing of httpx2, and a client sends only requests of its own library.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from ... import __version__
from ..first_use import FIRST_USE
from .cookies import aiohttp_transport

if TYPE_CHECKING:
    import httpx

HTTPX = "httpx"
"""The library that is always there."""

EXTRAS = {"aiohttp": "httpx-aiohttp", "httpx2": "httpx2"}
"""Library that may be chosen by name, and the extra of that name: what the extra installs."""


class HttpLibrary:
    """The classes and exceptions of a library. httpx's types stand for those of httpx2."""

    def __init__(self, name: str) -> None:
        """Import the module `name`: httpx or httpx2."""
        module = import_module(name)
        self.name = name
        self.version: str = module.__version__

        self.client: type[httpx.Client] = module.Client
        self.async_client: type[httpx.AsyncClient] = module.AsyncClient
        self.transport: type[httpx.HTTPTransport] = module.HTTPTransport
        self.async_transport: Callable[..., httpx.AsyncBaseTransport] = (
            module.AsyncHTTPTransport
        )
        self.create_ssl_context = module.create_ssl_context
        self.cookies: type[httpx.Cookies] = module.Cookies
        self.limits: type[httpx.Limits] = module.Limits
        self.proxy: type[httpx.Proxy] = module.Proxy
        self.request: type[httpx.Request] = module.Request
        self.url: type[httpx.URL] = module.URL

        self.status_error: type[httpx.HTTPStatusError] = module.HTTPStatusError
        self.not_read: type[httpx.ResponseNotRead] = module.ResponseNotRead
        self.invalid_url: type[httpx.InvalidURL] = module.InvalidURL
        self.unsupported: type[httpx.UnsupportedProtocol] = module.UnsupportedProtocol
        errors = module.HTTPError, module.InvalidURL, module.StreamError
        self.errors: tuple[type[Exception], ...] = errors
        """The bases of all its exceptions."""

    @property
    def user_agent(self) -> str:
        """The `User-Agent` of our own clients."""
        return f"runcomfy-models/{__version__} {self.name}/{self.version}"


class AiohttpLibrary(HttpLibrary):
    """httpx, whose asynchronous clients make their calls over aiohttp."""

    def __init__(self) -> None:
        """Import httpx-aiohttp."""
        super().__init__(HTTPX)
        aiohttp, adapter = import_module("aiohttp"), import_module("httpx_aiohttp")
        self.name = "aiohttp"
        self.version = aiohttp.__version__
        self.async_client = adapter.HttpxAiohttpClient
        self.async_transport = aiohttp_transport


def find_library(name: str) -> HttpLibrary:
    """Return the library `name`; raise `ImportError` if it is not installed."""
    # Made anew each time: instrumentation may replace the classes of a library.
    try:
        with FIRST_USE:
            return AiohttpLibrary() if name == "aiohttp" else HttpLibrary(name)
    except ImportError as error:
        if name not in EXTRAS:
            raise
        raise ImportError(
            f'http_client="{name}" needs {EXTRAS[name]}: '
            f'pip install "runcomfy-models[{name}]"'
        ) from error


def library_of(client: object) -> HttpLibrary | None:
    """Return the library that made `client`; None if it is not a client."""
    for name in (HTTPX, "httpx2"):
        if sys.modules.get(name) is None:
            continue  # not imported unless it is in use
        candidate = find_library(name)
        if isinstance(client, (candidate.client, candidate.async_client)):
            return candidate
    return None
