"""Names of tools, made of model ids."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

_MAX_LENGTH = 64
"""Characters of a name. Source: the API references of OpenAI and Anthropic, which both take
letters, digits, `_` and `-`."""

HASH_DIGITS = 8
"""Hexadecimal digits of an id's SHA-256, in names that would be too long or not unique."""

_FORBIDDEN = re.compile(r"[^A-Za-z0-9_-]")


def tool_names(model_ids: Iterable[str]) -> dict[str, str]:
    """Return a name for each model id: `kling_kling-3_0_standard_image-to-video`.

    One that is too long, or that two of the ids would have, ends in digits of the id's SHA-256.
    """
    plain = {model_id: _FORBIDDEN.sub("_", model_id) for model_id in model_ids}
    counts = Counter(plain.values())
    return {
        model_id: name
        if counts[name] == 1 and len(name) <= _MAX_LENGTH
        else _marked(model_id, name)
        for model_id, name in plain.items()
    }


def _marked(model_id: str, name: str) -> str:
    digits = hashlib.sha256(model_id.encode()).hexdigest()[:HASH_DIGITS]
    return f"{name[: _MAX_LENGTH - HASH_DIGITS - 1]}_{digits}"
