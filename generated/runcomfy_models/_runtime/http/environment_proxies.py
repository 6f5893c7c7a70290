# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 1b2d2e710d66240e99a1bbfccfc12b7d
"""The proxies in the environment: HTTPS_PROXY, ALL_PROXY and NO_PROXY.

httpx reads them as well, but raises a bare `InvalidURL` for an IPv6 address or a network.
"""

import re
import ssl
from collections.abc import Iterator
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies

from ..errors import RunComfyError
from .libraries import HttpLibrary

if TYPE_CHECKING:
    import httpx

    Proxies = dict[str, httpx.Proxy | None]

_VARIABLES = ("HTTPS_PROXY", "ALL_PROXY")
"""Variables that may name a proxy; the first one that is set is used."""

_BRACKETED = re.compile(r"^\[(.*)\](/\d+)?$")
"""An IPv6 address or network in brackets."""

PROXIED = "https://"
"""Pattern of the URLs that go through a proxy: nothing unencrypted does."""


def environment_proxies(
    library: HttpLibrary, url: str, tls: ssl.SSLContext
) -> "Proxies":
    """Return the proxy for each pattern of URLs; None means a direct connection.

    Networks in NO_PROXY are compared with the host of `url`. Raises `RunComfyError` for an
    unusable setting, without quoting it: it may contain a password.

    Source of the patterns: httpx's docs on `mounts`.
    """
    settings = getproxies()  # macOS and Windows have settings of their own
    direct = _direct(library, settings.get("no", ""), urlsplit(url).hostname or "")
    if direct is None:
        return {}
    for name in _VARIABLES:
        key = name.partition("_")[0].lower()
        if value := settings.get(key, "").strip():
            return {**direct, PROXIED: _proxy(library, name, value, tls)}
    return {}


def _proxy(
    library: HttpLibrary, name: str, value: str, tls: ssl.SSLContext
) -> "httpx.Proxy":
    url = value if "://" in value else f"http://{value}"
    encrypted = tls if url.lower().startswith("https:") else None
    try:
        proxy = library.proxy(url, ssl_context=encrypted)
        if proxy.url.host and urlsplit(url).port != 0:  # the port may be out of range
            return proxy
    except (ValueError, library.invalid_url):
        pass  # the text of the error may contain the password
    raise RunComfyError(
        f"{name} is not usable: it has to be http://, https:// or socks5://, a host, and "
        "optionally a port"
    )


def _direct(library: HttpLibrary, no_proxy: str, host: str) -> "Proxies | None":
    """Return the patterns in NO_PROXY; None for `*`, with which no proxy is used."""
    entries = [entry.strip() for entry in no_proxy.split(",")]
    if "*" in entries:
        return None
    patterns = [
        pattern for entry in entries if entry for pattern in _patterns(entry, host)
    ]
    try:
        for pattern in patterns:
            library.url(pattern)
    except library.invalid_url:
        raise RunComfyError(
            "NO_PROXY is not usable: it has to be a list of host names, addresses and "
            "networks with commas between them; a port is a number"
        ) from None
    return dict.fromkeys(patterns)


def _patterns(entry: str, host: str) -> Iterator[str]:
    network = _network(entry)
    if network is None:
        yield _name_pattern(entry)
        return
    if network.num_addresses == 1:
        yield _address_pattern(str(network.network_address))
    if _contains(network, host):
        yield _address_pattern(host)


def _name_pattern(entry: str) -> str:
    scheme, _, address = entry.rpartition("://")
    name = address.partition("/")[0]
    if scheme or name.startswith("[") or name.lower() == "localhost":
        return f"{scheme or 'all'}://{name}"
    # httpx's `*.name` stands for all hosts below `name`, and `*name` for `name` as well.
    return f"all://*{name.removeprefix('*')}"


def _address_pattern(address: str) -> str:
    return f"all://[{address}]" if ":" in address else f"all://{address}"


def _network(entry: str) -> IPv4Network | IPv6Network | None:
    try:
        return ip_network(_BRACKETED.sub(r"\1\2", entry), strict=False)
    except ValueError:
        return None


def _contains(network: IPv4Network | IPv6Network, host: str) -> bool:
    try:
        return ip_address(host) in network
    except ValueError:
        return False
