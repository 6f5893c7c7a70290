"""Headers that a user may add to every call."""

import re

RESERVED = frozenset(
    {"accept", "authorization", "content-length", "content-type", "host"}
)
"""Headers of the protocol, which no option replaces."""

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[!-~]([ -~]*[!-~])?")


def check_header(name: str, value: str) -> None:
    """Raise `ValueError` for one that cannot be sent.

    The value is not quoted: it may be a secret.
    """
    if name.lower() in RESERVED:
        raise ValueError(f"the header {name!r} belongs to the protocol")
    if not (_NAME.fullmatch(name) and _VALUE.fullmatch(value)):
        raise ValueError(f"the header {name!r} is not printable ASCII")
