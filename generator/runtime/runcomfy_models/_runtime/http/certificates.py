"""The certificates that a server's own one is verified with."""

import ssl
from pathlib import Path

from ..environment import variable
from ..errors import RunComfyError
from .libraries import HttpLibrary


def tls_context(library: HttpLibrary, trust_env: bool) -> ssl.SSLContext:
    """Return a new TLS context, by default with the certificates that `library` trusts.

    If `trust_env`, SSL_CERT_FILE, REQUESTS_CA_BUNDLE or SSL_CERT_DIR replace them, in this
    order. Raises `RunComfyError` if that is not usable.
    """
    try:
        bundle = variable("REQUESTS_CA_BUNDLE")
        if trust_env and bundle and not variable("SSL_CERT_FILE"):
            return _context_of(bundle)
        context: ssl.SSLContext = library.create_ssl_context(trust_env=trust_env)
        return context
    except (OSError, ValueError) as error:
        raise RunComfyError(
            "the certificates of the environment (SSL_CERT_FILE, SSL_CERT_DIR, "
            f"REQUESTS_CA_BUNDLE) are not usable: {error}"
        ) from None


def _context_of(bundle: str) -> ssl.SSLContext:
    if Path(bundle).is_dir():  # requests takes both
        return ssl.create_default_context(capath=bundle)
    return ssl.create_default_context(cafile=bundle)
