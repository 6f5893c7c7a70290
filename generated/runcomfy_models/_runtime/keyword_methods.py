# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 691d926ce31a88b69b0ca5827402fafe
"""Methods that take an `Input` or keywords, as `help` and a notebook show them."""

from collections.abc import Sequence
from typing import Any, get_overloads

METHODS = ("run", "submit", "check", "preflight", "price")
"""Methods of a generated client that are overloaded: with an `Input`, then with keywords."""


def show_keywords(client: type) -> None:
    """Let the methods of `client` have the signature, types and docstring of their keywords.

    At run time Python sees the method behind the overloads, whose inputs have no names.
    """
    for name in METHODS:
        method: Any = vars(client).get(name)
        overloads: Sequence[Any] = get_overloads(method) if method else ()
        if overloads:
            keywords = overloads[-1]
            method.__wrapped__ = keywords  # `inspect.signature` looks there
            method.__annotations__ = keywords.__annotations__
            method.__doc__ = keywords.__doc__ or method.__doc__
