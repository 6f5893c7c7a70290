# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: a9ff4969fd80ae9899f187b44d7893c7
"""What users import from the package is called so in tracebacks, reprs and pickles."""

from typing import TypeVar

PACKAGE = __name__.partition(".")[0]

_Class = TypeVar("_Class", bound=type)


def public(cls: _Class) -> _Class:
    """`cls`, as a class of the package itself, which exports it."""
    cls.__module__ = PACKAGE
    return cls
