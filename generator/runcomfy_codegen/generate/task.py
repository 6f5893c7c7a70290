"""One model to be made, and what became of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Self

from runcomfy_codegen.diagnostics.diagnostic import (
    SEVERITY,
    Diagnostic,
    Severity,
    has_errors,
    restored,
)
from runcomfy_codegen.generate import fingerprint
from runcomfy_codegen.planning.names import ModuleName
from runcomfy_codegen.reading.model_files import ModelFiles
from runcomfy_codegen.reading.overrides import Key, Overrides


@dataclass(frozen=True)
class Task:
    """One model to be made, with all that its module depends on but the generator."""

    files: ModelFiles
    module: ModuleName | None
    """None where its name is wrong."""
    overrides: Overrides
    """Those of this model alone."""

    def key(self, generator: str, files: str) -> str:
        """What an outcome without errors is kept by: hints in errors show other overrides too.

        `generator` and `files` are the digests of what makes it and of the model's files.
        """
        own = json.dumps(self.overrides.models, sort_keys=True)
        return fingerprint.digest(generator, files, self.module or "", own)


@dataclass(frozen=True)
class Made:
    """What became of one model."""

    text: str
    """Of the module; empty where an error was found."""
    found: tuple[Diagnostic, ...]
    whole: bool
    """Whether everything was planned."""
    used: frozenset[Key]
    """The overrides that were asked for."""

    @property
    def ok(self) -> bool:
        """Whether there is a module."""
        return bool(self.text) and not has_errors(self.found)

    def as_json(self) -> dict[str, Any]:
        """What `from_json` takes."""
        found = [one.fields for one in self.found]
        used = sorted(map(list, self.used))
        return {"text": self.text, "found": found, "whole": self.whole, "used": used}

    @classmethod
    def from_json(cls, value: dict[str, Any], least: Severity) -> Self:
        """The outcome that `value` stands for; diagnostics below `least` are left out."""
        found = (row for row in value["found"] if row[SEVERITY] >= least)
        used = frozenset((*key,) for key in value["used"])
        return cls(value["text"], tuple(map(restored, found)), value["whole"], used)
