"""Plan a run of `sync`, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path

from runcomfy_codegen.diagnostics.diagnostic import DiagnosticsError
from runcomfy_codegen.diff.comparison import Comparison
from runcomfy_codegen.diff.finding import ABSENT, Finding
from runcomfy_codegen.diff.patch_changes import find_stale_patches
from runcomfy_codegen.diff.ranks import ranks
from runcomfy_codegen.diff.rule_book import RuleBook
from runcomfy_codegen.diff.rule_changes import find_stale_quotes
from runcomfy_codegen.diff.schema_sets import SchemaSet
from runcomfy_codegen.pages.store import Store, StoreError, check_case_collision
from runcomfy_codegen.reading.documents import SchemaDocument
from runcomfy_codegen.reading.files import MODEL_FILES, SERVICE
from runcomfy_codegen.reading.json_text import parse
from runcomfy_codegen.sync.model_plan import ModelPlan, ModelPlanner
from runcomfy_codegen.sync.upstream import Problem, UpstreamModel, UpstreamModels


@dataclass(frozen=True)
class SyncOptions:
    """The options of the command that decide what is taken from upstream."""

    all: bool = False
    add: tuple[str, ...] = ()
    """Patterns of model_ids, such as `kling/*`."""
    prune: bool = False
    take_language: bool = False


@dataclass
class Plan:
    """The findings to report, and the files to write and remove."""

    findings: list[Finding] = field(default_factory=list[Finding])
    files: dict[str, str] = field(default_factory=dict[str, str])
    """Path below the schemas folder: the text to write."""
    remove: list[str] = field(default_factory=list[str])
    """model_ids whose documents are removed."""
    problems: list[Problem] = field(default_factory=list[Problem])
    notes: list[str] = field(default_factory=list[str])

    @property
    def comparison(self) -> Comparison:
        """The findings in the form that the formats of `diff` print."""
        return Comparison.of(self.findings)


class UnmatchedPatternError(Exception):
    """A pattern of `--add` that matches no model, upstream or stored."""


def plan_sync(
    upstream: UpstreamModels, stored: SchemaSet, schemas: Path, options: SyncOptions
) -> Plan:
    """Plan how to bring the folder `schemas`, whose content is `stored`, up to date.

    Raises `UnmatchedPatternError`.
    """
    return _Planner(stored, schemas, options).plan(upstream)


class _Planner:
    def __init__(self, stored: SchemaSet, schemas: Path, options: SyncOptions) -> None:
        self._stored = stored
        self._schemas = schemas
        self._options = options
        self._rules = RuleBook(ranks(stored.overrides))
        self._models = ModelPlanner(schemas, self._rules, options.take_language)
        self._store = Store(schemas)
        self._plan = Plan()

    def plan(self, upstream: UpstreamModels) -> Plan:
        self._plan.problems += upstream.problems
        self._check_patterns(upstream)
        skipped: list[str] = []
        for model in sorted(upstream.models, key=lambda one: one.model_id):
            if self._is_wanted(model.model_id):
                self._add_model(model)
            else:
                skipped.append(model.model_id)
        if skipped:
            self._plan.notes.append(_skipped_note(skipped))
        self._add_removed_models(upstream)
        return self._plan

    def _check_patterns(self, upstream: UpstreamModels) -> None:
        ids = {*self._stored.models, *(str(model.model_id) for model in upstream.models)}
        for pattern in self._options.add:
            if not any(fnmatchcase(model_id, pattern) for model_id in ids):
                raise UnmatchedPatternError(f"--add {pattern!r} matches no model")

    def _is_wanted(self, model_id: str) -> bool:
        is_added = any(fnmatchcase(model_id, pattern) for pattern in self._options.add)
        return model_id in self._stored.models or self._options.all or is_added

    def _add_model(self, model: UpstreamModel) -> None:
        """Plan one model, or report why it cannot be synced."""
        try:
            check_case_collision(self._schemas, model.model_id)
            # The protocol comes last: it changes the store, so only for a model that is synced.
            planned = self._models.plan(model, self._stored.models.get(model.model_id))
            service = self._service_file(model)
        except DiagnosticsError as error:
            self._reject(model, "; ".join(map(str, error.diagnostics)))
        except StoreError as error:
            self._reject(model, str(error))
        else:
            self._plan.findings += planned.findings + self._stale(model, planned)
            self._plan.files |= planned.files | service
            self._plan.notes += planned.notes

    def _stale(self, model: UpstreamModel, planned: ModelPlan) -> list[Finding]:
        """Return a finding for each quote and patch that does not fit what is planned."""
        model_id = str(model.model_id)
        stored = self._stored.models.get(model_id)
        if stored is None:
            return []
        texts = {name: planned.files.get(f"{model_id}/{name}") for name in MODEL_FILES}
        changed = {name: SchemaDocument(name, parse(text)) for name, text in texts.items() if text}
        new = {model_id: replace(stored, documents={**stored.documents, **changed})}
        both = self._stored.models, new, self._stored.overrides, self._rules
        return [*find_stale_quotes(*both), *find_stale_patches(*both)]

    def _reject(self, model: UpstreamModel, reason: str) -> None:
        self._plan.problems.append(Problem(model.source, reason))

    def _service_file(self, model: UpstreamModel) -> dict[str, str]:
        """Return the new `service.json`, if the page of `model` adds to what is stored."""
        if model.service is None:
            return {}
        merged, warnings = self._store.merged_service(model.service)
        self._plan.notes += (f"{model.source}: {warning}" for warning in warnings)
        if merged == self._store.service:
            return {}
        self._store.service = merged
        return {SERVICE: merged.dump()}

    def _add_removed_models(self, upstream: UpstreamModels) -> None:
        if upstream.all_ids is None:
            return
        for model_id in sorted(self._stored.models.keys() - upstream.all_ids):
            words = "the model was removed upstream"
            self._plan.findings.append(
                self._rules.finding("model-gone", model_id, "", words, model_id, ABSENT)
            )
            if self._options.prune:
                self._plan.remove.append(model_id)
            else:
                self._plan.notes.append(f"{model_id}: removed upstream; --prune removes it here")


def _skipped_note(model_ids: list[str]) -> str:
    first = ", ".join(model_ids[:3]) + (", …" if len(model_ids) > 3 else "")
    plural = "s" if len(model_ids) > 1 else ""
    return f"skipped {len(model_ids)} new model{plural} ({first}); --all or --add PATTERN adds them"
