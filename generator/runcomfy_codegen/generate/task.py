"""One model to build."""

from __future__ import annotations

from dataclasses import dataclass

from runcomfy_codegen.generate import digests
from runcomfy_codegen.planning.names.python_names import ModuleName
from runcomfy_codegen.reading.model_files import ModelFiles
from runcomfy_codegen.reading.overrides import Overrides


@dataclass(frozen=True)
class Task:
    """One model to build, with everything its module depends on except the generator."""

    files: ModelFiles
    module: ModuleName | None
    """None if its name is invalid."""
    overrides: Overrides
    """Those of this model only."""

    def key(self, target_digest: str, files_digest: str) -> str:
        """Return the key under which an outcome without errors is cached."""
        # An outcome with errors is not cached: its hints depend on the overrides of all models.
        model_id = self.files.model_id
        settings = repr((self.overrides.of(model_id), self.overrides.rules_of(model_id)))
        return digests.digest(target_digest, files_digest, self.module or "", settings)
