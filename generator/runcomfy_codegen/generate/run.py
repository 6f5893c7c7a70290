"""A run: what the schemas ask for, and how the output folder differs from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity, has_errors, restored
from runcomfy_codegen.generate import fingerprint
from runcomfy_codegen.generate.build_cache import Cache
from runcomfy_codegen.generate.pool import Pool
from runcomfy_codegen.generate.task import Made, Task
from runcomfy_codegen.generate.timings import Timings
from runcomfy_codegen.output.comparing import DriftReport, compare, digests
from runcomfy_codegen.output.paths import Index, assemble, module_path, templates_folder
from runcomfy_codegen.output.signing import signed
from runcomfy_codegen.reading.files import SHARED
from runcomfy_codegen.reading.model_files import ModelFiles, find_models
from runcomfy_codegen.reading.model_id import ModelId

if TYPE_CHECKING:
    from runcomfy_codegen.planning.folder import Survey


@dataclass(frozen=True)
class Generation:
    """The outcome of a run in which nothing was written yet."""

    index: Index
    diagnostics: tuple[Diagnostic, ...]
    """What was found in all files, as far as it was asked for; waived ones left out."""
    report: DriftReport | None
    """None where an error was found."""
    files: Mapping[str, str]
    """The text of every file to be; empty where the output folder holds them all already."""


@dataclass(frozen=True)
class _Build:
    """What the schemas ask for, whatever is on disk."""

    index: Index
    diagnostics: tuple[Diagnostic, ...]
    digests: Mapping[str, str]
    """Path below the output folder: the digest of the file's bytes."""
    files: Mapping[str, str]
    """Empty where only the digests are known."""


def _unwatched(outcomes: Iterator[Made], count: int) -> Iterator[Made]:
    del count
    return outcomes


@dataclass(frozen=True)
class Manner:
    """How a run goes about it; the outcome is the same."""

    least: Severity = Severity.INFO
    """Diagnostics below it are left out."""
    processes: int | None = None
    """None for as many as there are processors and enough to do."""
    watch: Callable[[Iterator[Made], int], Iterator[Made]] = _unwatched
    """Passes on the outcomes of so many models as they come."""
    timings: Timings = field(default_factory=Timings)
    """Gets what each step took."""


def generation(schemas: Path, out: Path, cache: Cache, manner: Manner | None = None) -> Generation:
    """Build what `schemas` asks for, as far as `cache` does not know it, and look at `out`.

    Raises `NotADirectoryError` where there is no folder of schemas, `OSError` where `out`
    cannot be read.
    """
    manner = manner or Manner()
    with manner.timings.of("reading"):
        run = _Run(schemas, cache, manner)
    built = run.recorded()
    report = run.compared(built, out) if built else None
    if not built or not report or not report.clean:
        built = run.build()
        report = None if has_errors(built.diagnostics) else run.compared(built, out)
    telling = tuple(one for one in built.diagnostics if one.severity >= manner.least)
    return Generation(built.index, telling, report, built.files)


class _Run:
    """One run over the models below `schemas`."""

    def __init__(self, schemas: Path, cache: Cache, manner: Manner) -> None:
        self.schemas, self.cache, self.manner = schemas, cache, manner
        self.models, self.found = find_models(schemas)
        self.generator = fingerprint.of_the_generator(templates_folder())
        self.pool = Pool(cache.folder, self.generator, manner.processes, manner.timings)
        self.prints = {model.model_id: fingerprint.of_files(model) for model in self.models}
        self.shared = self._shared()
        self.key = self._key()

    def compared(self, built: _Build, out: Path) -> DriftReport:
        """How `out` differs from what was built."""
        with self.manner.timings.of("comparing"):
            return compare(built.digests, out)

    def recorded(self) -> _Build | None:
        """The outcome of an earlier run over the same files; its info is not kept."""
        if self.manner.least is Severity.INFO:
            return None
        value = self.cache.get("run", [self.key]).get(self.key)
        if value is None:
            return None
        return _Build(value["index"], tuple(map(restored, value["found"])), value["digests"], {})

    def _record(self, built: _Build) -> None:
        """Keep `built` for `recorded`."""
        if self._shared() == self.shared:  # or those files changed while they were read again
            telling = (one for one in built.diagnostics if one.severity > Severity.INFO)
            found = [one.fields for one in telling]
            run = {"index": built.index, "digests": built.digests, "found": found}
            self.cache.put("run", {self.key: run})

    def build(self) -> _Build:
        """The files of all models; those that are not in the cache are made."""
        # heavy, and not needed by a run that finds nothing new
        from runcomfy_codegen.diff.ranks import rank_problems
        from runcomfy_codegen.planning.folder import survey

        known = survey(self.schemas, self.models, self.found)
        made = self._made(known)
        problems = rank_problems(known.overrides)
        diagnostics = tuple(sorted([*known.diagnostics(made), *problems]))
        index = {module_path(known.modules[name]): name for name, one in made.items() if one.ok}
        if has_errors(diagnostics):
            return _Build(index, diagnostics, {}, {})
        texts = {module: made[name].text for module, name in index.items()}
        with self.manner.timings.of("assembling"):
            files = signed(assemble(texts, self._frame(index, known)))
            built = _Build(index, diagnostics, digests(files), files)
        self._record(built)
        return built

    def _shared(self) -> str:
        """The digest of the files that all models share, as they are now."""
        return fingerprint.of_shared_files(self.schemas / name for name in SHARED)

    def _key(self) -> str:
        """What the outcome of the run is kept by: all that it depends on."""
        place, models, noted = self.schemas.as_posix(), self.prints.values(), map(str, self.found)
        return fingerprint.digest(self.generator, place, self.shared, *models, "", *noted)

    def _made(self, known: Survey) -> dict[ModelId, Made]:
        """The outcome of each model, in the order of the models."""
        tasks = {model.model_id: _task(model, known) for model in known.models}
        keys = {
            model_id: task.key(self.generator, self.prints[model_id])
            for model_id, task in tasks.items()
        }
        cached = self.cache.get("model", keys.values())
        made = {
            name: Made.from_json(cached[key], self.manner.least)
            for name, key in keys.items()
            if key in cached
        }
        left = [task for name, task in tasks.items() if name not in made]
        fresh = {
            task.files.model_id: outcome
            for task, outcome in zip(
                left, self.manner.watch(self.pool.made(left), len(left)), strict=True
            )
        }
        kept = {keys[name]: outcome.as_json() for name, outcome in fresh.items() if outcome.ok}
        self.cache.put("model", kept)
        return {name: made.get(name) or fresh[name] for name in tasks}

    def _frame(self, index: Index, known: Survey) -> dict[str, str]:
        """The files around the models' own."""
        service = known.service.dump()
        key = fingerprint.digest(self.generator, service, *map(str, sorted(index.items())))
        if frame := self.cache.get("frame", [key]).get(key):
            return dict(frame)
        from runcomfy_codegen.rendering import package  # heavy, and seldom needed

        frame = package.frame(index, known.service)
        self.cache.put("frame", {key: frame})
        return frame


def _task(model: ModelFiles, known: Survey) -> Task:
    name = model.model_id
    return Task(model, known.modules.get(name), known.overrides.part(name))
