"""Digests of what a build depends on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from runcomfy_codegen.output.paths import LIBRARY_SUFFIXES
from runcomfy_codegen.output.target import Target
from runcomfy_codegen.reading.files import read_bytes
from runcomfy_codegen.reading.model_files import ModelFiles
from runcomfy_codegen.source_folders import runtime_folder
from runcomfy_codegen.template_text import TEMPLATE_SUFFIX

OUTPUT_LIBRARIES = frozenset(
    {
        "datamodel_code_generator",
        "jinja2",
        "jsonschema",
        "jsonschema_rs",
        "pydantic",
        "ruff",
    }
)
"""Distributions whose version may change the output, by the names of their `.dist-info` folders."""

_SOURCES = (*LIBRARY_SUFFIXES, TEMPLATE_SUFFIX)


def digest(*parts: str | bytes) -> str:
    """Return one digest of all `parts`; no two lists of parts share one."""
    whole = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        whole.update(f"{len(data)}:".encode() + data)
    return whole.hexdigest()


def target_digest(target: Target) -> str:
    """Return the digest of all that the output for `target` depends on, except the schemas."""
    generator = generator_digest(*target.template_folders, runtime_folder())
    return digest(generator, target.package, str(len(target.template_folders)))


def generator_digest(*folders: Path) -> str:
    """Return the digest of the generator: its source, its libraries, and the files it reads.

    `folders` are those of the templates and of the client library.
    """
    package = Path(__file__).parents[1]
    files = (part for folder in (package, *folders) for part in _contents(folder))
    return digest(sys.version, *sorted(_versions(sys.path)), *files)


def model_digest(model: ModelFiles) -> str:
    """Return the digest of the files of `model` and of their folder."""
    contents = (part for item in sorted(model.contents.items()) for part in item)
    return digest(model.folder, *sorted(model.unreadable), *contents)


def shared_digest(paths: Iterable[Path]) -> str:
    """Return the digest of files, any of which may be absent, empty or unreadable."""
    return digest(*(part for path in paths for part in _state(path)))


def _state(path: Path) -> tuple[str, bytes]:
    try:
        data = read_bytes(path)
    except OSError as error:
        return f"unreadable: {error.strerror}", b""
    return ("absent", b"") if data is None else ("there", data)


def _contents(folder: Path) -> Iterator[str | bytes]:
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.endswith(_SOURCES):
                path = os.path.join(parent, name)  # noqa: PTH118 - hundreds of them, in each run
                yield os.path.relpath(path, folder)
                with open(path, "rb") as file:  # noqa: PTH123
                    yield file.read()


def _versions(places: Iterable[str]) -> Iterator[str]:
    """Yield `ruff-0.17.5` …"""
    # From the names of folders: `importlib.metadata` knows versions, too, and is slow to import.
    for place in filter(os.path.isdir, places):
        with os.scandir(place) as entries:
            names = [entry.name for entry in entries if entry.name.endswith(".dist-info")]
        yield from (name for name in names if name.partition("-")[0].lower() in OUTPUT_LIBRARIES)
