# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 95b71e65d3c194802d8ea48a8b68ffd8
"""Show the docstrings of attributes in `help()`, which Python itself drops."""

from collections.abc import Iterator
from typing import Any


class AttributeDocs:
    """The `__doc__` of a class: its docstring, then the strings below its attributes.

    They are read from the source on first access, so that imports stay quick.
    """

    def __init__(self, cls: type) -> None:
        """Remember what `cls` is called before it is shown under another name."""
        self._doc, self._module, self._name = cls.__doc__, cls.__module__, cls.__name__

    def __get__(self, instance: object, owner: Any = None) -> str | None:
        """Return the docstring, without those of attributes if the source is missing."""
        if self._doc is None:  # python -OO
            return None
        from inspect import cleandoc

        rows = "".join(
            f"    {name}: {cleandoc(text)}\n".replace("\n", "\n        ").rstrip(" ")
            for name, text in _attributes(self._module, self._name)
        )
        return f"{cleandoc(self._doc)}\n\nAttributes:\n{rows}" if rows else self._doc


def _attributes(module: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield the attributes of the class `name` and their docstrings."""
    import ast
    import inspect
    import sys
    from itertools import pairwise

    try:
        tree = ast.parse(inspect.getsource(sys.modules[module]))
    except (OSError, TypeError, KeyError):
        return
    classes = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    body = next((node.body for node in classes if node.name == name), list[ast.stmt]())
    for declaration, following in pairwise(body):
        match declaration, following:
            case (
                ast.AnnAssign(ast.Name(attribute)) | ast.Assign([ast.Name(attribute)]),
                ast.Expr(ast.Constant(str(text))),
            ):
                yield attribute, text
            case _:
                pass
