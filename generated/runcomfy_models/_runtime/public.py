# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 81848069039676a28dad5ceea6b3e835
"""Show public classes under the name by which users import them."""

from typing import Any, TypeVar

from .attribute_docs import AttributeDocs

PACKAGE = __name__.partition(".")[0]

_Class = TypeVar("_Class", bound=type)


def public(cls: _Class) -> _Class:
    """Make `cls` appear as a class of the package itself.

    Tracebacks and reprs show the name that users know, and pickles survive when the
    module that defines the class moves. `help` shows the docstrings of attributes, too.
    """
    docs: Any = AttributeDocs(cls)
    cls.__doc__ = docs
    cls.__module__ = PACKAGE
    return cls
