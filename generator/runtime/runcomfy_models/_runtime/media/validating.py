"""Validate a media input: read local files, check kinds and the docs' rules."""

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ..truncating import truncated
from ..whole_characters import encodable
from .call_context import CallContext
from .content_types import canonical, kind_of
from .data_uri import content_type_of, from_data_uri, is_data_uri, to_data_uri
from .file_rules import MediaRule, file_rule_problems, warn_once
from .local_files import UnusableMedia, is_local, read_media
from .measuring import measured
from .remote_files import PreflightContext, RemoteFile
from .text_check import bytes_problem, text_problem


def media_schema(kind: str) -> CoreSchema:
    """Return the schema of a medium of `kind`: a string; a local file becomes a `data:` URI."""

    def as_string(value: Any, info: "ValidationInfo[Any]") -> Any:
        if isinstance(value, str):
            _check_text(value, kind, info.context)
        text = value if isinstance(value, str) else _sendable(value, kind, info.context)
        if isinstance(text, str):
            _check_kind(text, kind, info.context)
        return text

    return core_schema.with_info_before_validator_function(
        as_string, core_schema.str_schema(strict=True)
    )


def ruled_schema(rules: tuple[MediaRule, ...], schema: CoreSchema) -> CoreSchema:
    """Return the `schema` of a medium, followed by `rules` for its file."""

    def check(value: str, info: "ValidationInfo[Any]") -> str:
        facts = _facts(value, info.context)
        if lines := file_rule_problems(rules, facts) if facts else []:
            raise _problem("; ".join(lines))
        return value

    return core_schema.with_info_after_validator_function(check, schema)


def typed_schema(
    name: str, types: tuple[str, ...], quote: str, schema: CoreSchema
) -> CoreSchema:
    """Return the `schema` of a medium, whose content type has to be one of `types`.

    It is checked only when a call is prepared: `Input` checks what the JSON Schema says.
    """

    def check(value: str, info: "ValidationInfo[Any]") -> str:
        context = info.context
        if not isinstance(context, CallContext) or context.rules == "off":
            return value
        actual = canonical(_content_type(value, context))
        if kind_of(actual) and actual not in map(canonical, types):
            why = f"is {truncated(actual, 80)}, not {' or '.join(types)} ({quote})"
            if context.rules == "refuse":
                raise _problem(why, name)
            warnings.warn(f"{info.field_name}: {why} ({name})", stacklevel=2)
        return value

    return core_schema.with_info_after_validator_function(check, schema)


def _content_type(value: str, context: CallContext) -> str:
    """Return the content type of a medium; empty if it is not known."""
    if is_data_uri(value):
        return content_type_of(value)
    file = context.files.get(value) if isinstance(context, PreflightContext) else None
    return file.content_type if file else ""


def sample_schema(samples: tuple[str, ...], schema: CoreSchema) -> CoreSchema:
    """Return the `schema` of a medium, which accepts `samples` unchecked."""

    def check(value: Any, validate: Callable[[Any], Any]) -> Any:
        return value if isinstance(value, str) and value in samples else validate(value)

    return core_schema.no_info_wrap_validator_function(check, schema)


def _check_text(text: str, kind: str, context: object) -> None:
    """Raise an error if a call is being prepared and the service does not accept `text`."""
    if not isinstance(context, CallContext) or not context.media_checks:
        return
    if why := text_problem(text, kind, context.base_url):
        raise _problem(why, "media_text")


def _sendable(value: Any, kind: str, context: object) -> Any:
    """Return a local file as a `data:` URI, and anything else unchanged."""
    if isinstance(value, bytes | bytearray | memoryview):
        raise _problem(bytes_problem(kind))
    try:
        if not is_local(value):
            return value
        uri = to_data_uri(read_media(value))
    except UnusableMedia as error:
        raise _problem(str(error)) from None
    if isinstance(context, CallContext) and isinstance(value, Path):
        context.local_files[uri] = str(value.absolute())
    return uri


def _check_kind(text: str, kind: str, context: object) -> None:
    """Raise an error if a medium is of another kind; a preflight also collects its URL."""
    why = None
    if is_data_uri(text):
        why = _wrong_kind(kind, content_type_of(text))
    elif isinstance(context, PreflightContext):
        context.urls[text] = None
        file = context.files.get(text, RemoteFile())
        why = file.problem or _wrong_kind(kind, file.content_type)
    if why:
        raise _problem(why)


def _wrong_kind(kind: str, content_type: str) -> str | None:
    if not kind or kind_of(content_type) in ("", kind):
        return None
    return f"should be {kind}, not {truncated(content_type, 80)}"


def _facts(value: str, context: object) -> dict[str, float]:
    """Return the known facts about the file; those of a remote file need a preflight."""
    if is_data_uri(value):
        if media := from_data_uri(value):
            return measured(media)
        warn_once("a data: URI cannot be read: the docs' rules were not checked")
        return {}
    file = context.files.get(value) if isinstance(context, PreflightContext) else None
    return file.facts if file else {}


def _problem(why: str, code: str = "media") -> PydanticCustomError:
    kind: Any = code  # typed as a literal, but any string works
    return PydanticCustomError(kind, "{why}", {"why": encodable(why)})
