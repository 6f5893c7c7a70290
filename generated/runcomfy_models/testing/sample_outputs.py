# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 49133d5f202743369b0a5721aaa0a217
"""Generate the output of a simulated job from the output schema of its model."""

import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from .._runtime.truncating import truncated
from .sampling.constraints import Constraints, types_of
from .sampling.search import NoSampleError, sample
from .validation.dialect_validator import DialectDocument

_SUFFIXES = {"image": "png", "video": "mp4", "audio": "wav"}
"""Kind of medium: suffix of its sample file."""

Url = Callable[[str], str]
"""Returns the URL of a file by its name."""


def sample_output(schema: dict[str, Any], url: Url) -> dict[str, Any]:
    """Return an object that fits `schema`, always the same one; else raise `NoSampleError`."""
    schemas = ({"type": "object"}, schema)
    output = sample(
        schemas, DialectDocument(schema), lambda constraints: _files(constraints, url)
    )
    return dict(output)


@lru_cache(maxsize=10_000)
def why_no_sample(text: str) -> str:
    """Return why the schema with the JSON `text` has no sample; empty if it has one."""
    # Cached in the process, since each test may start a simulator of the same models.
    schema = json.loads(text)
    try:
        sample_output(schema, str)
    except NoSampleError:
        return f"no value was found that fits {_culprit(schema)}"
    except Exception as error:  # an invalid schema may raise anything
        return truncated(f"{type(error).__name__}: {error}")
    return ""


def _files(constraints: Constraints, url: Url) -> Iterator[str]:
    """Yield the URL of a file if the value is probably one."""
    suffix = _suffix(constraints)
    if suffix and "string" in types_of(constraints):
        yield url(re.sub(r"[^\w.-]", "_", f"{constraints.name}.{suffix}"))


def _suffix(constraints: Constraints) -> str | None:
    """Return the suffix of the file behind a string; None if it is not the URL of one."""
    formats = " ".join(map(str, constraints.each("format"))).lower()
    for kind, suffix in _SUFFIXES.items():
        if kind in constraints.name.lower() or kind in formats:
            return suffix
    return _SUFFIXES["image"] if "uri" in formats.split() else None


def _culprit(schema: dict[str, Any]) -> str:
    """Return the name of a part of `schema` that no value fits, if it is easily found."""
    document = DialectDocument(schema)
    for name, member in schema.get("properties", {}).items():
        if name in schema.get("required", ()):
            try:
                sample((member,), document, lambda _: iter(()))
            except NoSampleError:
                return f"/properties/{name}"
    return "the schema"
