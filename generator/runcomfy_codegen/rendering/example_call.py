"""The example call of a model: a program that can be pasted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.planning.ir import ModelSpec
from runcomfy_codegen.rendering.literals import literal

WIDTH = 80
"""Columns of a string before it is continued on the next line."""

_USED = frozenset({"asyncio", "client", "inputs", "main", "output", "print", "result"})
"""Names in examples, which import a module of that name under another one."""


def example_program(model: ModelSpec, top: str) -> Iterator[str]:
    """Yield the lines of a program that runs `model`, of the package `top`."""
    name, import_line = example_import(model, top)
    yield import_line
    yield ""
    yield f"with {name}.Client() as client:"
    if model.example:
        yield "    result = client.run("
        yield from example_call(model.example, " " * 8)
        yield "    )"
    else:
        yield "    result = client.run()"
    yield "print(result.output)"


def example_import(model: ModelSpec, top: str) -> tuple[str, str]:
    """Return the name of a model's module in an example, and the line that imports it."""
    package, _, module = f"{top}.{model.module}".rpartition(".")
    name = f"{module}_model" if module in _USED else module
    return name, f"from {package} import {module}" + (f" as {name}" if name != module else "")


def example_call(arguments: dict[str, Any], indent: str) -> Iterator[str]:
    """Yield the lines of a call's keywords at `indent`, long strings on several lines."""
    for name, value in arguments.items():
        source = literal(value)
        if isinstance(value, str) and len(indent + name + source) > WIDTH and " " in value:
            yield f"{indent}{name}=("
            yield from (f"{indent}    {part}" for part in _pieces(value, WIDTH - len(indent) - 8))
            yield f"{indent}),"
        else:
            yield f"{indent}{name}={source},"


def _pieces(text: str, width: int) -> Iterator[str]:
    """Yield string literals that are `text` when they are concatenated."""
    start = 0
    for end in _breaks(text, width):
        yield literal(text[start:end])
        start = end
    yield literal(text[start:])


def _breaks(text: str, width: int) -> Iterator[int]:
    """Yield the indices at which `text` is broken: after the last blank that fits in `width`."""
    start = 0
    while len(text) - start > width:
        blank = text.rfind(" ", start, start + width)
        if blank < start:  # a word that is wider stays whole
            blank = text.find(" ", start)
        if blank < start or blank + 1 == len(text):
            return
        start = blank + 1
        yield start
