"""Read a whole schemas folder: the models, and the files beside them."""

from __future__ import annotations

import errno
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.reading.accepted import AcceptedFindings, load_accepted
from runcomfy_codegen.reading.documents import ModelDocuments, load_models
from runcomfy_codegen.reading.files import read_changelog
from runcomfy_codegen.reading.overrides import Overrides, load_overrides
from runcomfy_codegen.reading.service_protocol import (
    DOCUMENTED_PROTOCOL,
    ServiceProtocol,
    load_protocol,
)


@dataclass(frozen=True)
class StoredSchemas:
    """The content of a schemas folder."""

    models: dict[str, ModelDocuments]
    protocol: ServiceProtocol
    overrides: Overrides
    accepted: AcceptedFindings = field(default_factory=AcceptedFindings)
    changelog: str = ""
    """The text of its change log."""


EMPTY = StoredSchemas({}, DOCUMENTED_PROTOCOL, Overrides())
"""The content of a folder that does not exist yet."""


def load_schemas(
    schemas: Path, only: Collection[str] | None = None
) -> tuple[StoredSchemas, list[Diagnostic]]:
    """Read the folder `schemas`, of its models those with the ids `only`.

    Returns its content, and what is wrong with the files by themselves. Raises `OSError` if the
    folder does not exist.
    """
    if not schemas.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "is not a folder of schemas", str(schemas))
    models, model_problems = load_models(schemas, only)
    protocol, protocol_problems = load_protocol(schemas)
    overrides, override_problems = load_overrides(schemas)
    accepted, accepted_problems = load_accepted(schemas)
    by_id = {str(model.model_id): model for model in models}
    stored = StoredSchemas(by_id, protocol, overrides, accepted, read_changelog(schemas))
    return stored, [*model_problems, *override_problems, *protocol_problems, *accepted_problems]
