"""What validates a media input: it reads files, and looks at what is known of them."""

from typing import Any, cast

from pydantic import ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ..shortcut import narrower, with_shortcut
from ..shown import shown
from .content_types import kind_of
from .data_uri import from_data_uri, is_data_uri, to_data_uri, told_type
from .measures import measured
from .reading import Unusable, is_local, read_media
from .remote import Preflight, RemoteFile
from .rules import Rule, broken, warn_once

_NO_DATA_URI = "^([^dD]|$)"
"""What needs no look, where nobody is in a preflight."""


def media_schema(kind: str) -> CoreSchema:
    """A string for a medium of `kind`, and the conversion of local files to one."""

    def string(value: Any, info: "ValidationInfo[Any]") -> Any:
        text = value if isinstance(value, str) else _sendable(value)
        if isinstance(text, str):
            _look(text, kind, info.context)
        return text

    exact = core_schema.with_info_before_validator_function(
        string, core_schema.str_schema(strict=True)
    )
    return with_shortcut(
        exact, core_schema.str_schema(strict=True, pattern=_NO_DATA_URI)
    )


def ruled_schema(rules: tuple[Rule, ...], schema: CoreSchema) -> CoreSchema:
    """`schema` of a medium, and `rules` for the file behind it."""

    def ruled(value: str, info: "ValidationInfo[Any]") -> str:
        facts = _facts(value, info.context)
        if lines := broken(rules, facts) if facts else []:
            raise _problem("; ".join(lines))
        return value

    exact = core_schema.with_info_after_validator_function(ruled, schema)
    usual = cast(CoreSchema, narrower(schema))  # of which no fact is known
    return exact if usual is schema else with_shortcut(exact, usual)


def _sendable(value: Any) -> Any:
    """A local file as its `data:` URI; anything else as it is."""
    try:
        return to_data_uri(read_media(value)) if is_local(value) else value
    except Unusable as error:
        raise _problem(str(error)) from None


def _look(text: str, kind: str, context: object) -> None:
    """Tell what is wrong with a medium; in a preflight note its URL first."""
    why = None
    if is_data_uri(text):
        why = _misfit(kind, told_type(text))
    elif isinstance(context, Preflight):
        context.asked[text] = None
        file = context.files.get(text, RemoteFile())
        why = file.problem or _misfit(kind, file.content_type)
    if why:
        raise _problem(why)


def _misfit(kind: str, content_type: str) -> str | None:
    """What is wrong with a medium of `kind` that says it is of `content_type`."""
    if not kind or kind_of(content_type) in ("", kind):
        return None
    return f"should be {kind}, not {shown(content_type, 80)}"


def _facts(value: str, context: object) -> dict[str, float]:
    """What is known of the file: nothing of a remote one that nobody has looked at."""
    if is_data_uri(value):
        if media := from_data_uri(value):
            return measured(media)
        warn_once("a data: URI cannot be read: the docs' rules were not checked")
        return {}
    file = context.files.get(value) if isinstance(context, Preflight) else None
    return file.facts if file else {}


def _problem(why: str) -> PydanticCustomError:
    return PydanticCustomError("media", "{why}", {"why": why})
