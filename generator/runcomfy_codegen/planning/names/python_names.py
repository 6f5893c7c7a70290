"""Make Python names of text from a page, by fixed rules."""

from __future__ import annotations

import re
import unicodedata
from typing import NewType

from runcomfy_codegen.planning.names import reserved
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.untrusted_text import short_repr

FieldName = NewType("FieldName", str)
"""An attribute of a generated class, and a keyword of its constructor."""

TypeName = NewType("TypeName", str)
"""A generated class, in PascalCase."""

ModuleName = NewType("ModuleName", str)
"""A dotted module name below `runcomfy_models`."""

DICT = "Dict"
"""The suffix of the `TypedDict` of a nested input: `LoraDict` for `Lora`."""


class InvalidNameError(ValueError):
    """Text that no name can be made of; the message says why."""


def module_name(model_id: ModelId) -> ModuleName:
    """Return the module of a model: `kling.kling_3_0.model_4k` for `kling/kling-3.0/4k`.

    Raises `InvalidNameError`.
    """
    names = [_module_segment(segment) for segment in model_id.segments]
    if names[0] in reserved.TOP_LEVEL:
        names[0] += "_"
    return checked_module_name(".".join(names))


def field_name(wire_name: str) -> FieldName:
    """Return the attribute of a property: its own name if Python allows that, else snake case.

    Raises `InvalidNameError`.
    """
    name = wire_name if is_public_identifier(wire_name) else _snake(wire_name)
    if name in reserved.FIELDS:
        name += "_"
    return checked_field_name(name, wire_name)


def type_name(*parts: str) -> TypeName:
    """Return the class for `parts`: `type_name("multi_prompt", "Item")` is `MultiPromptItem`.

    Raises `InvalidNameError`.
    """
    words = [word for part in parts for word in re.split(r"[\W_]+", _normal(part)) if word]
    name = "".join(word[0].upper() + word[1:] for word in words)
    if name[:1].isdigit():
        name = "Field" + name
    if _is_reserved_type(name):
        name += "_"
    return checked_type_name(name, " ".join(parts))


def checked_field_name(name: str, source: str) -> FieldName:
    """Return `name`, made of `source`, if it can be an attribute; else raise `InvalidNameError`."""
    if not is_public_identifier(name) or name in reserved.FIELDS:
        raise InvalidNameError(f"no attribute name can be made of {short_repr(source)}")
    return FieldName(name)


def checked_type_name(name: str, source: str) -> TypeName:
    """Return `name`, made of `source`, if it can be a class; else raise `InvalidNameError`."""
    if not is_public_identifier(name) or _is_reserved_type(name) or name[0].islower():
        raise InvalidNameError(f"no class name can be made of {short_repr(source)}")
    return TypeName(name)


def checked_module_name(name: str) -> ModuleName:
    """Return `name` if it is a dotted name of packages and a module.

    Raises `InvalidNameError` for any other name, and for one that is reserved.
    """
    parts = name.split(".")
    if not all(re.fullmatch(r"[a-z_][a-z0-9_]*", part) for part in parts):
        raise InvalidNameError(f"{short_repr(name)} is not a dotted module name in lower case")
    if parts[0].startswith("_"):
        raise InvalidNameError(
            f"module {short_repr(name)}: names that begin with '_' are the package's own"
        )
    has_reserved_part = any(_is_taken(part, reserved.MODULE_PARTS) for part in parts)
    if _is_taken(parts[0], reserved.TOP_LEVEL) or has_reserved_part:
        raise InvalidNameError(f"module {short_repr(name)} contains a reserved name")
    return ModuleName(name)


def is_public_identifier(name: str) -> bool:
    """Whether `name` is a public identifier that Python does not normalise, and no keyword."""
    return (
        name.isidentifier()
        and not name.startswith("_")
        and name not in reserved.PYTHON_KEYWORDS
        and _normal(name) == name
    )


def _is_taken(part: str, names: frozenset[str]) -> bool:
    return part in names or part in reserved.PYTHON_KEYWORDS or part.startswith("__")


def _is_reserved_type(name: str) -> bool:
    return not reserved.TYPES.isdisjoint((name, name + DICT))


def _module_segment(segment: str) -> str:
    name = re.sub(r"[^a-z0-9]+", "_", segment.lower())
    if name == "_":
        raise InvalidNameError(f"segment {segment!r} has neither letters nor digits")
    if name[0].isdigit():
        name = "model_" + name
    if name in reserved.PYTHON_KEYWORDS or name in reserved.MODULE_PARTS:
        name += "_"
    return name


def _normal(text: str) -> str:
    """Return `text` in NFKC, the form in which Python compares identifiers."""
    return unicodedata.normalize("NFKC", text)


def _snake(text: str) -> str:
    """Return `text` in lower case, with an underscore for each run of other characters."""
    name = re.sub(r"[\W_]+", "_", _normal(text).lower())
    if name in ("", "_"):
        return ""
    if name[:1].isdigit():
        name = "field_" + name
    elif name.startswith("_"):
        name = "field" + name
    return name + "_" if name in reserved.PYTHON_KEYWORDS else name
