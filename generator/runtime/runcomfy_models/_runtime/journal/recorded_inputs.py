"""Inputs as the journal stores them: media by their SHA-256, size and path, never their bytes."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from ..http.calls import Call
from ..json_value import is_array, is_object
from ..media.data_uri import from_data_uri, is_data_uri

MEDIA = "$media"
"""The member that stands for a medium whose bytes were sent."""


def recorded_inputs(call: Call) -> str:
    """Return the body of a paid call as JSON, with each `data:` URI replaced by its facts."""
    text = (call.body or b"{}").decode()
    if '"data:' not in text.lower():
        return text
    return json.dumps(
        _described(json.loads(text), call.local_files or {}), ensure_ascii=False
    )


def _described(value: Any, paths: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return {MEDIA: _facts(value, paths.get(value))} if is_data_uri(value) else value
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
