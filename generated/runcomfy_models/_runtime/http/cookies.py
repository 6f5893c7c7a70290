# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: f3184ebd17a662f6b6eb0712064b74fc
"""HTTP clients without cookies: the token alone says whose call it is."""

from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    import aiohttp
    import httpx

ClientT = TypeVar("ClientT")


def without_cookies(
    client_class: type[ClientT], cookies_class: Any
) -> "Callable[..., ClientT]":
    """Return a subclass of `client_class` that keeps and sends no cookies.

    `cookies_class` is `Cookies` of the same library.
    """

    class NoCookies(cookies_class):  # type: ignore[misc]
        # httpx translates every answer into objects of urllib to look for cookies, which takes
        # an eighth of the CPU time of a call.
        def extract_cookies(self, response: "httpx.Response") -> None:
            pass

    name, members = client_class.__name__, {"cookies": NoCookies()}
    return cast("Callable[..., ClientT]", type(name, (client_class,), members))


def aiohttp_transport(
    verify: "ssl.SSLContext", limits: "httpx.Limits", **settings: Any
) -> "httpx.AsyncBaseTransport":
    """Return a transport of httpx-aiohttp whose session keeps no cookies.

    It takes the same keywords as `httpx.AsyncHTTPTransport`.
    """
    import aiohttp
    from httpx_aiohttp import AiohttpTransport

    def new_session() -> "aiohttp.ClientSession":
        connector = aiohttp.TCPConnector(
            ssl=verify, keepalive_timeout=limits.keepalive_expiry
        )
        return aiohttp.ClientSession(
            connector=connector, cookie_jar=aiohttp.DummyCookieJar()
        )

    return AiohttpTransport(
        verify=verify, limits=limits, client=new_session, **settings
    )
