"""What has to be known of all models before one is planned, and what can be said only after."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, has_errors
from runcomfy_codegen.planning.modules import Modules, name_modules
from runcomfy_codegen.reading.model_files import ModelFiles
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.overrides import Key, Overrides, load_overrides
from runcomfy_codegen.reading.service import Service, load_service


class Outcome(Protocol):
    """What planning one model came to."""

    @property
    def found(self) -> Collection[Diagnostic]:
        """What there is to say of it."""
        ...

    @property
    def whole(self) -> bool:
        """Whether everything was planned, so that an override nobody asked for is wrong."""
        ...

    @property
    def used(self) -> Collection[Key]:
        """The overrides that were asked for."""
        ...


@dataclass(frozen=True)
class Survey:
    """A schemas folder, looked over as a whole."""

    schemas: Path
    models: list[ModelFiles]
    overrides: Overrides
    service: Service
    modules: Modules
    found: list[Diagnostic]
    """What is wrong with files, folders and the names of modules."""

    def diagnostics(self, outcomes: Mapping[ModelId, Outcome]) -> tuple[Diagnostic, ...]:
        """Everything found, once every model was planned; sorted, waived ones left out."""
        found = [*self.found, *(one for outcome in outcomes.values() for one in outcome.found)]
        for outcome in outcomes.values():
            self.overrides.used.update(outcome.used)
        hidden = [model for model in self.overrides.models if self._is_hidden(model)]
        whole = [model_id for model_id, outcome in outcomes.items() if outcome.whole]
        found += self.overrides.unused({*outcomes, *hidden}, whole)
        if not self.models and not has_errors(found):
            notes = Notes(self.schemas.as_posix())
            notes.add("no-models", "", "holds no model", "runcomfy-codegen import PAGE…")
            found += notes.found
        return tuple(sorted(found))

    def _is_hidden(self, model_id: str) -> bool:
        """Whether its folder is in a part of the tree that could not be looked into."""
        folder = self.schemas / model_id
        places = (Path(one.file) for one in self.found if one.code == "unreadable")
        return any(folder.is_relative_to(place) for place in places)


def survey(schemas: Path, models: list[ModelFiles], found: list[Diagnostic]) -> Survey:
    """Look over `models`, which were `found` below `schemas` with something to say of them."""
    overrides, problems = load_overrides(schemas)
    found = [*found, *problems]
    service = load_service(schemas, found)
    modules, problems = name_modules(models, overrides)
    return Survey(schemas, models, overrides, service, modules, [*found, *problems])
