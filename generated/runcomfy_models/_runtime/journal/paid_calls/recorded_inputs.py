# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 290ca848d5639c2be42b33c4bcc94f9e
"""Inputs as the journal stores them: media by their SHA-256, size and path, never their bytes."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ...http.calls import Call
from ...json_value import is_array, is_object
from ...media.data_uri import from_data_uri, is_data_uri, to_data_uri
from ...media.sources import Media

_MEDIUM_KEY = "$media"
"""Name of the member with the facts about a medium whose bytes were sent."""


def recorded_inputs(call: Call) -> str:
    """Return the body of a paid call as JSON, with each `data:` URI replaced by its facts."""
    text = (call.body or b"{}").decode()
    if '"data:' not in text.lower():
        return text
    return json.dumps(
        _described(json.loads(text), call.local_files or {}), ensure_ascii=False
    )


def restored_inputs(text: str) -> dict[str, Any]:
    """Return the inputs in `text`, with the bytes of the files again.

    Raises `ValueError` if one of them has changed, or cannot be read.
    """
    inputs: dict[str, Any] = _restored(json.loads(text))
    return inputs


def can_restore(text: str) -> bool:
    """Whether `restored_inputs` can make the inputs of `text`."""
    return f'"{_MEDIUM_KEY}"' not in text or all(
        "path" in facts for facts in recorded_media(json.loads(text))
    )


def recorded_media(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the facts of every medium in recorded inputs whose bytes were sent."""
    if is_object(value) and is_object(value.get(_MEDIUM_KEY)):
        yield value[_MEDIUM_KEY]
    elif is_object(value) or is_array(value):
        for item in value.values() if is_object(value) else value:
            yield from recorded_media(item)


def _restored(value: Any) -> Any:
    if is_object(value) and is_object(value.get(_MEDIUM_KEY)):
        return _data_uri(value[_MEDIUM_KEY])
    if is_array(value):
        return [_restored(item) for item in value]
    if is_object(value):
        return {name: _restored(item) for name, item in value.items()}
    return value


def _data_uri(facts: dict[str, Any]) -> str:
    """Return the `data:` URI of a recorded file, read again."""
    path = Path(facts["path"])
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ValueError(f"{path} cannot be read any more: {error.strerror}") from None
    if hashlib.sha256(data).hexdigest() != facts["sha256"]:
        raise ValueError(f"{path} has changed since it was checked")
    return to_data_uri(Media(data, facts["type"]))


def _described(value: Any, paths: Mapping[str, str]) -> Any:
    """Return inputs with the facts of each medium in place of its `data:` URI."""
    if isinstance(value, str):
        return (
            {_MEDIUM_KEY: _facts(value, paths.get(value))}
            if is_data_uri(value)
            else value
        )
    if is_array(value):
        return [_described(item, paths) for item in value]
    if is_object(value):
        return {name: _described(item, paths) for name, item in value.items()}
    return value


def _facts(uri: str, path: str | None) -> dict[str, Any]:
    media = from_data_uri(uri)
    data = media.data if media else uri.encode()
    facts: dict[str, Any] = {
        "sha256": hashlib.sha256(data).hexdigest(),
        "size": len(data),
    }
    if media:
        facts["type"] = media.content_type
    return facts if path is None else {**facts, "path": path}
