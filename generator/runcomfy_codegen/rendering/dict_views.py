"""What the template of a module shows of a nested input as a plain dict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from runcomfy_codegen.planning.names import DICT, is_plain
from runcomfy_codegen.planning.reserved import FIELDS
from runcomfy_codegen.rendering.field_views import InputView
from runcomfy_codegen.rendering.layout import attribute, class_header, typed_dict


@dataclass(frozen=True)
class DictView:
    """The plain form of a nested input: a class with its keys, or a call where that cannot be."""

    name: str
    plain_form_of: str
    """The name of the input's class."""
    header: str
    keys: tuple[str, ...]
    """`duration: NotRequired[int]`."""
    call: str
    """`XDict = TypedDict(…)`, or empty."""
    has_optional: bool


def dict_view(class_name: str, fields: Sequence[InputView]) -> DictView:
    """The view of the input `class_name` as a dict."""
    name = class_name + DICT
    has_optional = not all(field.required for field in fields)
    if all(is_plain(field.wire_name) and field.wire_name not in FIELDS for field in fields):
        header = class_header(name, "TypedDict")
        keys = tuple(attribute(field.wire_name, field.value) for field in fields)
        return DictView(name, class_name, header, keys, "", has_optional)
    call = typed_dict(name, [(field.wire_name, field.value) for field in fields])
    return DictView(name, class_name, "", (), call, has_optional)
