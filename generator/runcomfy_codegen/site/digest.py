"""The digest of all that a site is built from."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from runcomfy_codegen.generate.digests import digest, model_digest, shared_digest, target_digest
from runcomfy_codegen.output.target import Target
from runcomfy_codegen.reading.files import CHANGELOG_FILE, SHARED_SOURCES
from runcomfy_codegen.reading.model_files import find_models
from runcomfy_codegen.source_folders import guides_folder

TOOLS = ("mkdocstrings-python", "pymdown-extensions", "zensical")
"""Distributions whose version may change the site."""


def digest_of_inputs(schemas: Path, package: str) -> str:
    """Return one digest of schemas, guides, templates, the client library and the tools.

    Raises `NotADirectoryError` if the folder `schemas` does not exist.
    """
    models, diagnostics = find_models(schemas)
    shared = (schemas / name for name in (*SHARED_SOURCES, CHANGELOG_FILE))
    guides = guides_folder()
    guide_files = (path for path in sorted((guides / "docs").rglob("*")) if path.is_file())
    assets = sorted(Path(__file__).with_name("assets").iterdir())
    return digest(
        target_digest(Target(package)),
        *map(version, TOOLS),
        *map(model_digest, models),
        *map(str, diagnostics),
        shared_digest(shared),
        shared_digest((guides / "README.md", *guide_files, *assets)),
    )
