# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 6316b116f70b8da030a06f137d00c412
"""The trusted certificates, by which servers are verified."""

import ssl
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from ..environment import variable
from ..errors import RunComfyError
from .libraries import HttpLibrary

VARIABLES = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "SSL_CERT_DIR")


def tls_context(library: HttpLibrary, trust_env: bool) -> ssl.SSLContext:
    """Return a TLS context, by default with the certificates that `library` trusts.

    It takes a twentieth of a second to make one, and each file is fetched by a client of its
    own: so it is cached while the environment and its files do not change.

    If `trust_env`, SSL_CERT_FILE, REQUESTS_CA_BUNDLE or SSL_CERT_DIR replace them, in this
    order. Raises `RunComfyError` if that is not usable.
    """
    named = tuple(map(_named, VARIABLES)) if trust_env else ()
    return _context(library.create_ssl_context, trust_env, named)


@lru_cache(maxsize=8)
def _context(
    create: Callable[..., ssl.SSLContext], trust_env: bool, named: tuple[object, ...]
) -> ssl.SSLContext:
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


def _named(name: str) -> tuple[str | None, int]:
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
