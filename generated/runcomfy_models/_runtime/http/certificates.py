# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 64eaeb19b167190f3fa17a811dc466f4
"""The trusted certificates, by which servers are verified."""

import ssl
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from ..environment import variable
from ..errors import RunComfyError
from .libraries import HttpLibrary

_VARIABLES = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "SSL_CERT_DIR")


def tls_context(library: HttpLibrary, trust_env: bool) -> ssl.SSLContext:
    """Return a TLS context, by default with the certificates that `library` trusts.

    If `trust_env`, SSL_CERT_FILE, REQUESTS_CA_BUNDLE or SSL_CERT_DIR replace them, in this
    order. Raises `RunComfyError` if that is not usable.
    """
    # Cached while the environment and its files do not change: making one takes a twentieth of
    # a second, and each file is downloaded by a new client.
    sources = tuple(map(_source, _VARIABLES)) if trust_env else ()
    return _context(library.create_ssl_context, trust_env, sources)


@lru_cache(maxsize=8)
def _context(
    create: Callable[..., ssl.SSLContext], trust_env: bool, _sources: tuple[object, ...]
) -> ssl.SSLContext:
    # `_sources` is there for the cache: it changes when a file of the environment does.
    try:
        bundle = variable("REQUESTS_CA_BUNDLE")
        if trust_env and bundle and not variable("SSL_CERT_FILE"):
            return _context_of(bundle)
        return create(trust_env=trust_env)
    except (OSError, ValueError) as error:
        raise RunComfyError(
            "the certificates of the environment (SSL_CERT_FILE, SSL_CERT_DIR, "
            f"REQUESTS_CA_BUNDLE) are not usable: {error}"
        ) from None


def _source(name: str) -> tuple[str | None, int]:
    """Return the path in a variable, and when the file or folder there was last changed."""
    path = variable(name)
    try:
        return path, Path(path).stat().st_mtime_ns if path else 0
    except (OSError, ValueError):
        return path, 0


def _context_of(bundle: str) -> ssl.SSLContext:
    if Path(bundle).is_dir():  # requests takes both
        return ssl.create_default_context(capath=bundle)
    return ssl.create_default_context(cafile=bundle)
