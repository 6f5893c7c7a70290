"""Names: how text from a page becomes a Python name, by fixed rules, in one place."""

from __future__ import annotations

import re
import unicodedata
from typing import NewType

from runcomfy_codegen.planning import reserved
from runcomfy_codegen.reading.model_id import ModelId

FieldName = NewType("FieldName", str)
"""An attribute of a generated class, and a keyword of its constructor."""

TypeName = NewType("TypeName", str)
"""A generated class, in PascalCase."""

ModuleName = NewType("ModuleName", str)
"""A dotted module name below `runcomfy_models`."""


DICT = "Dict"
"""What the plain form of a nested type adds to its name."""


class InvalidNameError(ValueError):
    """Text that no name can be made of; the message says why."""


def module_name(model_id: ModelId) -> ModuleName:
    """`kling/kling-3.0/4k` becomes `kling.kling_3_0.model_4k`; or `InvalidNameError`."""
    names = [_module_segment(segment) for segment in model_id.segments]
    if names[0] in reserved.PACKAGE:
        names[0] += "_"
    return checked_module_name(".".join(names))


def field_name(wire_name: str) -> FieldName:
    """The attribute for a property: its own name where Python allows, else by the rule."""
    name = wire_name if is_plain(wire_name) else _snake(wire_name)
    if name in reserved.FIELDS:
        name += "_"
    return checked_field_name(name, wire_name)


def type_name(*parts: str) -> TypeName:
    """The class for what `parts` name: `type_name("multi_prompt", "Item")`."""
    words = [word for part in parts for word in re.split(r"[\W_]+", _normal(part)) if word]
    name = "".join(word[0].upper() + word[1:] for word in words)
    if name[:1].isdigit():
        name = "Field" + name
    if _is_reserved_type(name):
        name += "_"
    return checked_type_name(name, " ".join(parts))


def checked_field_name(name: str, source: str) -> FieldName:
    """`name` if it can be an attribute of a model, else `InvalidNameError`."""
    if not is_plain(name) or name in reserved.FIELDS:
        raise InvalidNameError(f"no attribute name can be made of {source[:80]!r}")
    return FieldName(name)


def checked_type_name(name: str, source: str) -> TypeName:
    """`name` if it can be a class of the module, else `InvalidNameError`."""
    if not is_plain(name) or _is_reserved_type(name) or name[0].islower():
        raise InvalidNameError(f"no class name can be made of {source[:80]!r}")
    return TypeName(name)


def checked_module_name(name: str) -> ModuleName:
    """`name` if it is a dotted name of packages and a module, else `InvalidNameError`."""
    parts = name.split(".")
    if not all(re.fullmatch(r"[a-z_][a-z0-9_]*", part) for part in parts):
        raise InvalidNameError(f"{name[:80]!r} is no dotted module name in lower case")
    if parts[0].startswith("_"):
        raise InvalidNameError(f"module {name[:80]!r}: what begins with '_' is the package's own")
    if _taken(parts[0], reserved.PACKAGE) or any(_taken(p, reserved.SOFT_KEYWORDS) for p in parts):
        raise InvalidNameError(f"module {name[:80]!r} holds a reserved name")
    return ModuleName(name)


def is_plain(name: str) -> bool:
    """Whether Python takes `name` as it is: no keyword, not private, not normalised."""
    return (
        name.isidentifier()
        and not name.startswith("_")
        and name not in reserved.KEYWORDS
        and _normal(name) == name
    )


def _taken(part: str, names: frozenset[str]) -> bool:
    return part in names or part in reserved.KEYWORDS or part.startswith("__")


def _is_reserved_type(name: str) -> bool:
    return not reserved.TYPES.isdisjoint((name, name + DICT))


def _module_segment(segment: str) -> str:
    name = re.sub(r"[^a-z0-9]+", "_", segment.lower())
    if name == "_":
        raise InvalidNameError(f"segment {segment!r} has neither letters nor digits")
    if name[0].isdigit():
        name = "model_" + name
    if name in reserved.KEYWORDS or name in reserved.SOFT_KEYWORDS:
        name += "_"
    return name


def _normal(text: str) -> str:
    """NFKC, the form in which Python compares identifiers."""
    return unicodedata.normalize("NFKC", text)


def _snake(text: str) -> str:
    """Lower case, every run of other characters than letters and digits an underscore."""
    name = re.sub(r"[\W_]+", "_", _normal(text).lower())
    if name in ("", "_"):
        return ""
    if name[:1].isdigit():
        name = "field_" + name
    elif name.startswith("_"):
        name = "field" + name
    return name + "_" if name in reserved.KEYWORDS else name
