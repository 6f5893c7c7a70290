"""A run of the generator: build what the schemas ask for, and compare it with the output folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity, has_errors
from runcomfy_codegen.generate import digests
from runcomfy_codegen.generate.build_cache import BuildCache
from runcomfy_codegen.generate.built_model import BuiltModel
from runcomfy_codegen.generate.parallel_builder import ParallelBuilder
from runcomfy_codegen.generate.task import Task
from runcomfy_codegen.generate.timings import Timings
from runcomfy_codegen.output.checksum_header import with_checksum
from runcomfy_codegen.output.comparing import DriftReport, compare
from runcomfy_codegen.output.file_digest import file_digest
from runcomfy_codegen.output.paths import Index, files_by_path, full_module_name, module_files
from runcomfy_codegen.output.target import DEFAULT_TARGET, Target
from runcomfy_codegen.reading.files import SHARED_SOURCES
from runcomfy_codegen.reading.model_files import ModelFiles, find_models
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.watching import Watch, unwatched

if TYPE_CHECKING:
    from runcomfy_codegen.planning.shared_plan import SharedPlan


@dataclass(frozen=True)
class RunResult:
    """The outcome of a run; nothing is written yet."""

    index: Index
    diagnostics: tuple[Diagnostic, ...]
    """Of all files; waived ones, and those below the asked severity, are left out."""
    report: DriftReport | None
    """None if there is an error."""
    files: Mapping[str, str]
    """The text of every file that differs from the output folder, or is missing there."""
    key: str
    """The digest of everything that the outcome depends on."""


@dataclass(frozen=True)
class _Build:
    """The files that the schemas ask for, independent of those on disk."""

    index: Index
    diagnostics: tuple[Diagnostic, ...]
    digests: Mapping[str, str]
    """Path below the output folder: the digest of the file's bytes."""
    files: Mapping[str, str]
    """Path: text. Modules that the cache has are left out."""


@dataclass(frozen=True)
class RunOptions:
    """How a run is done. None of it changes what is generated."""

    min_severity: Severity = Severity.INFO
    """Diagnostics below it are left out."""
    processes: int | None = None
    """None for as many as there are processors and enough work."""
    watch: Watch = unwatched
    """Wraps the outcomes, to show progress."""
    timings: Timings = field(default_factory=Timings)
    """Gets the seconds of each step."""


def run_generator(
    schemas: Path,
    out: Path,
    cache: BuildCache,
    options: RunOptions | None = None,
    target: Target = DEFAULT_TARGET,
) -> RunResult:
    """Build what `schemas` asks for, unless `cache` has it, and compare it with `out`.

    Raises `NotADirectoryError` if the folder of schemas does not exist, `OSError` if `out`
    cannot be read.
    """
    options = options or RunOptions()
    with options.timings.of("reading"):
        run = _Run(schemas, cache, options, target)
    build = run.cached_build()
    report = run.compare(build, out) if build else None
    if not build or not report or not report.is_clean:
        build = run.build()
        report = None if has_errors(build.diagnostics) else run.compare(build, out)
    reported = (
        diagnostic
        for diagnostic in build.diagnostics
        if diagnostic.severity >= options.min_severity
    )
    files = run.texts(build, report) if report else {}
    return RunResult(build.index, tuple(reported), report, files, run.key)


class _Run:
    """One run over the models below `schemas`."""

    def __init__(
        self, schemas: Path, cache: BuildCache, options: RunOptions, target: Target
    ) -> None:
        self.schemas, self.cache, self.options, self.target = schemas, cache, options, target
        self.models, self.diagnostics = find_models(schemas)
        self.target_digest = digests.target_digest(target)
        self.builder = ParallelBuilder(
            cache.folder, self.target_digest, options.processes, options.timings, target
        )
        self.model_digests = {model.model_id: digests.model_digest(model) for model in self.models}
        self.tasks: dict[ModelId, Task] = {}
        """The task of each model; empty before `build`."""
        self.keys: dict[ModelId, str] = {}
        """The key of each model's outcome in the cache; empty before `build`."""
        self.shared_digest = self._shared_digest()
        self.key = self._key()

    def compare(self, build: _Build, out: Path) -> DriftReport:
        """Compare `out` with what was built."""
        with self.options.timings.of("comparing"):
            return compare(build.digests, out, self.target.package)

    def texts(self, build: _Build, report: DriftReport) -> dict[str, str]:
        """Return the text of every file that differs from `build`, or is missing."""
        paths = [*report.differing, *report.missing]
        model_of = module_files(build.index, build.digests) if paths else {}
        cached = self._cached_texts([model_of[path] for path in paths if path not in build.files])
        return {
            path: build.files[path] if path in build.files else cached[model_of[path]]
            for path in paths
        }

    def cached_build(self) -> _Build | None:
        """Return the outcome of an earlier run over the same files, if it is cached."""
        if self.options.min_severity is Severity.INFO:  # info is not cached
            return None
        value = self.cache.get("run", [self.key]).get(self.key)
        if value is None:
            return None
        diagnostics = tuple(map(Diagnostic.from_fields, value["diagnostics"]))
        return _Build(value["index"], diagnostics, value["digests"], {})

    def build(self) -> _Build:
        """Build the files of all models; those in the cache are taken from there."""
        # slow to import, and not needed by a run that finds nothing new
        from runcomfy_codegen.diff.overridden_verdicts import verdict_problems
        from runcomfy_codegen.planning.protocol_check import protocol_problems
        from runcomfy_codegen.planning.shared_plan import plan_shared

        shared = plan_shared(self.schemas, self.models, self.diagnostics)
        models = self._built_models(shared)
        reports = {model_id: model.report for model_id, model in models.items()}
        problems = verdict_problems(shared.overrides)
        if not self.target.has_library:
            problems += protocol_problems(shared.protocol, self.schemas)
        diagnostics = tuple(sorted([*shared.diagnostics(reports), *problems]))
        index = {
            full_module_name(shared.modules[name], self.target.package): name
            for name in models
            if models[name].is_built
        }
        if has_errors(diagnostics):
            return _Build(index, diagnostics, {}, {})
        with self.options.timings.of("assembling"):
            built = {str(name): models[name] for name in index.values()}
            common = self._common_files(index, built, shared) | self._flags(built)
            file_digests, files = _with_digests(index, built, common)
        build = _Build(index, diagnostics, file_digests, files)
        self._cache_run(build)
        return build

    def _cache_run(self, build: _Build) -> None:
        """Cache `build` for `cached_build`."""
        if self._shared_digest() != self.shared_digest:  # changed since they were first read
            return
        fields = [
            diagnostic.fields
            for diagnostic in build.diagnostics
            if diagnostic.severity > Severity.INFO
        ]
        run = {"index": build.index, "digests": build.digests, "diagnostics": fields}
        self.cache.put("run", {self.key: run})

    def _shared_digest(self) -> str:
        return digests.shared_digest(self.schemas / name for name in SHARED_SOURCES)

    def _key(self) -> str:
        """Return the digest of everything that the outcome depends on."""
        models, diagnostics = self.model_digests.values(), map(str, self.diagnostics)
        parts = (self.schemas.as_posix(), self.shared_digest, *models, "", *diagnostics)
        return digests.digest(self.target_digest, *parts)

    def _built_models(self, shared: SharedPlan) -> dict[ModelId, BuiltModel]:
        """Return the outcome of each model, in the order of the models."""
        self.tasks = {model.model_id: _task(model, shared) for model in self.models}
        self.keys = {
            model_id: task.key(self.target_digest, self.model_digests[model_id])
            for model_id, task in self.tasks.items()
        }
        tasks, keys = self.tasks, self.keys
        values = self.cache.get("model", keys.values())
        cached = {
            model_id: BuiltModel.from_json(values[key], self.options.min_severity)
            for model_id, key in keys.items()
            if key in values
        }
        missing = [task for model_id, task in tasks.items() if model_id not in cached]
        outcomes = self.options.watch(self.builder.build(missing), len(missing), "models")
        fresh = {task.files.model_id: model for task, model in zip(missing, outcomes, strict=True)}
        to_cache = {keys[model_id]: model for model_id, model in fresh.items() if model.is_built}
        self.cache.put("text", {key: model.text for key, model in to_cache.items()})
        self.cache.put("model", {key: model.as_json() for key, model in to_cache.items()})
        return {model_id: cached.get(model_id) or fresh[model_id] for model_id in tasks}

    def _cached_texts(self, model_ids: Iterable[str]) -> dict[str, str]:
        """Return the modules of models; those that are missing in the cache are built again.

        Call it after `build`, which fills `keys` and `tasks`.
        """
        keys = {model_id: self.keys[ModelId(model_id)] for model_id in model_ids}
        cached = self.cache.get("text", keys.values())
        texts = {model_id: cached[key] for model_id, key in keys.items() if key in cached}
        lost = [self.tasks[ModelId(model_id)] for model_id in keys.keys() - texts.keys()]
        for task, built in zip(lost, self.builder.build(lost), strict=True):
            texts[task.files.model_id] = built.text
        return texts

    def _common_files(
        self, index: Index, models: Mapping[str, BuiltModel], shared: SharedPlan
    ) -> dict[str, str]:
        """Return the files that are not about a single model, by path."""
        protocol = shared.protocol.dump()
        infos = {name: model.info for name, model in sorted(models.items())}
        parts = (*sorted(index.items()), *infos.items(), *shared.former)
        key = digests.digest(self.target_digest, protocol, *map(str, parts))
        if common := self.cache.get("common", [key]).get(key):
            return dict(common)
        from runcomfy_codegen.rendering import package  # slow to import, and rarely needed

        common = package.common_files(index, infos, shared.protocol, shared.former, self.target)
        self.cache.put("common", {key: common})
        return common

    def _flags(self, models: Mapping[str, BuiltModel]) -> dict[str, str]:
        """Return the index of the command line, by path."""
        from runcomfy_codegen.rendering import package

        flags = {name: model.flags for name, model in models.items()}
        return package.flags_file(flags, self.target)


def _with_digests(
    index: Index, models: Mapping[str, BuiltModel], common: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the digest of every file as it is written, and the texts that are known."""
    texts = {path: with_checksum(path, text) for path, text in common.items()}
    file_digests = {path: file_digest(text) for path, text in texts.items()}
    files = files_by_path({module: models[name].text for module, name in index.items()}, texts)
    return (
        files_by_path(
            {module: models[name].digest for module, name in index.items()}, file_digests
        ),
        {path: text for path, text in files.items() if text or path in texts},
    )


def _task(model: ModelFiles, shared: SharedPlan) -> Task:
    name = model.model_id
    return Task(model, shared.modules.get(name), shared.overrides.only(name))
