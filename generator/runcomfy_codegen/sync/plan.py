"""Plan a run of `sync`, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, DiagnosticsError
from runcomfy_codegen.diff.changes.model_changes import gone_message
from runcomfy_codegen.diff.changes.patch_changes import find_stale_patches
from runcomfy_codegen.diff.changes.rules_in_words import find_stale_quotes
from runcomfy_codegen.diff.comparing.renames import guess_renames
from runcomfy_codegen.diff.comparison import Comparison
from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.interface import refused_modules
from runcomfy_codegen.diff.overridden_verdicts import overridden_verdicts
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.json_schema.values import ABSENT
from runcomfy_codegen.pages.store import Store, StoreError, case_collision, check_case_collision
from runcomfy_codegen.reading.documents import JsonDocument
from runcomfy_codegen.reading.files import (
    FOLLOW_FILE,
    INPUT,
    MODEL_FILES,
    OVERRIDES_FILE,
    SERVICE_FILE,
)
from runcomfy_codegen.reading.json_text import parse
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.reading.stored_schemas import StoredSchemas
from runcomfy_codegen.sync.edited import Edits
from runcomfy_codegen.sync.following import PAGES, Following, matches, unmatched_patterns
from runcomfy_codegen.sync.model_update import ModelUpdate, OtherLanguage, UpdatePlanner
from runcomfy_codegen.sync.spellings import Spellings
from runcomfy_codegen.sync.upstream import UpstreamModel, UpstreamModels, UpstreamProblem


@dataclass(frozen=True, kw_only=True)
class SyncOptions:
    """The options of the command that decide what is taken from upstream."""

    following: Following = field(default_factory=Following)
    all: bool = False
    add: tuple[str, ...] = ()
    """Patterns of model_ids, such as `kling/*`."""
    take_language: bool = False
    force: bool = False
    """Whether files with changes that are not committed are overwritten."""

    def wants(self, model_id: str, is_stored: bool) -> bool:
        """Whether a model is taken: by `all` or `add`, else if it is followed."""
        is_added = self.all or matches(model_id, self.add)
        return is_added or self.following.follows(model_id, is_stored)


@dataclass
class SyncPlan:
    """The findings to report, and the files to write and remove."""

    findings: list[Finding] = field(default_factory=list[Finding])
    files: dict[str, str] = field(default_factory=dict[str, str])
    """Path below the schemas folder: the text to write."""
    gone: dict[str, str | None] = field(default_factory=dict[str, str | None])
    """model_ids that are stored, followed, and no longer upstream: the likely new id of each."""
    remove: list[str] = field(default_factory=list[str])
    """Those of `gone` whose documents are removed."""
    not_followed: list[str] = field(default_factory=list[str])
    """model_ids that are upstream and not followed, stored or not."""
    other_language: list[OtherLanguage] = field(default_factory=list[OtherLanguage])
    problems: list[UpstreamProblem] = field(default_factory=list[UpstreamProblem])
    notes: list[str] = field(default_factory=list[str])

    @property
    def comparison(self) -> Comparison:
        """The findings in the form that the formats of `diff` print."""
        return Comparison.of(self.findings)


class UnmatchedPatternError(Exception):
    """A pattern of `--add` or of follow.toml that matches no model, upstream or stored."""


def plan_sync(
    upstream: UpstreamModels, stored: StoredSchemas, schemas: Path, options: SyncOptions
) -> SyncPlan:
    """Plan how to bring the folder `schemas`, whose content is `stored`, up to date.

    Raises `UnmatchedPatternError` or `UnknownEditsError`.
    """
    return _SyncPlanner(stored, schemas, options).plan(upstream)


class _SyncPlanner:
    """Plans a run of `sync`, model by model."""

    def __init__(self, stored: StoredSchemas, schemas: Path, options: SyncOptions) -> None:
        self._stored = stored
        self._schemas = schemas
        self._options = options
        self._verdicts = Verdicts(overridden_verdicts(stored.overrides))
        self._updates = UpdatePlanner(
            schemas,
            stored.overrides,
            self._verdicts,
            options.following.language,
            options.take_language,
        )
        self._store = Store(schemas)
        self._edits = Edits(schemas, force=options.force)
        self._overrides = stored.overrides
        self._plan = SyncPlan()
        self._taken = set[str]()
        """model_ids that are stored after the run, among those upstream."""

    def plan(self, upstream: UpstreamModels) -> SyncPlan:
        self._add_problems(upstream)
        self._check_patterns(upstream)
        models = sorted(upstream.models, key=lambda model: model.model_id)
        wanted = [model for model in models if self._is_wanted(model.model_id)]
        spellings = Spellings([*self._stored.models, *(model.model_id for model in wanted)])
        for model in wanted:
            self._add_update(model, spellings)
        self._note_refused(refused_modules(self._taken | {*self._stored.models}, self._overrides))
        others = (str(model.model_id) for model in models if not self._is_wanted(model.model_id))
        self._plan.not_followed = sorted({*self._plan.not_followed, *others})
        self._add_removed_models(upstream)
        return self._plan

    def _add_problems(self, upstream: UpstreamModels) -> None:
        """Report what could not be read, unless it is a model that is not followed."""
        for problem in upstream.problems:
            if problem.model_id and not self._is_wanted(problem.model_id):
                self._plan.not_followed.append(problem.model_id)
            else:
                self._plan.problems.append(problem)

    def _check_patterns(self, upstream: UpstreamModels) -> None:
        """Raise `UnmatchedPatternError` for patterns that match nothing."""
        options = self._options
        ids = {*self._stored.models, *(str(model.model_id) for model in upstream.models)}
        ids |= upstream.all_ids or set()
        problems = [*unmatched_patterns(options.add, ids)]
        knows_all = upstream.all_ids is not None or options.following.source == PAGES
        if knows_all and (problem := options.following.problem(ids)):
            problems.append(f"{FOLLOW_FILE}: {problem}")
        if problems:
            raise UnmatchedPatternError("; ".join(problems))

    def _is_wanted(self, model_id: str) -> bool:
        return self._options.wants(model_id, model_id in self._stored.models)

    def _add_update(self, model: UpstreamModel, spellings: Spellings) -> None:
        """Add the update of one model, or report why there is none."""
        try:
            self._check_spelling(model.model_id, spellings)
            # The protocol comes last: it changes the store, so only for a model that is synced.
            update = self._updates.update_of(model, self._stored.models.get(model.model_id))
            self._check_not_edited(update.files)
            protocol = self._protocol_file(model)
        except DiagnosticsError as error:
            self._reject(model, "; ".join(map(str, error.diagnostics)))
        except StoreError as error:
            self._reject(model, str(error))
        else:
            self._taken.add(model.model_id)
            self._note_refused(update.refused)
            self._plan.findings += update.findings + self._stale(model, update)
            self._plan.files |= update.files | protocol
            self._plan.other_language += filter(None, [update.other_language])
            if update.names:
                self._keep_names(model.model_id, update.names)

    def _note_refused(self, refused: Iterable[Diagnostic]) -> None:
        """Note what `generate` will refuse; it is taken all the same, since the page says so."""
        self._plan.notes += (
            f"{problem.file}: {problem.message}: generate refuses that, and prints the line of "
            f"{OVERRIDES_FILE} that settles it"
            for problem in refused
        )

    def _keep_names(self, model_id: str, names: dict[str, str]) -> None:
        """Pin names of classes in the overrides, since the titles that they come from changed."""
        self._overrides = self._overrides.with_names(model_id, names)
        self._plan.files[OVERRIDES_FILE] = self._overrides.source
        kept = ", ".join(names.values())
        self._plan.notes.append(f"{model_id}: {OVERRIDES_FILE} keeps the names of classes: {kept}")

    def _check_not_edited(self, paths: Iterable[str]) -> None:
        """Raise `StoreError` if one of `paths` was edited and not committed."""
        for path in self._edits.among(paths):
            reason = "was edited and is not committed; commit it, or overwrite it with --force"
            raise StoreError(f"{(self._schemas / path).as_posix()} {reason}")

    def _check_spelling(self, model_id: ModelId, spellings: Spellings) -> None:
        """Raise `StoreError` if the folder of a new model differs from another's only in case."""
        if model_id not in self._stored.models:
            check_case_collision(self._schemas, model_id)
            if other := spellings.like(model_id):
                raise StoreError(case_collision(model_id, other))

    def _stale(self, model: UpstreamModel, update: ModelUpdate) -> list[Finding]:
        """Return a finding for each quote and patch that does not fit the updated model."""
        model_id = str(model.model_id)
        stored = self._stored.models.get(model_id)
        if stored is None:
            return []
        texts = {name: update.files.get(f"{model_id}/{name}") for name in MODEL_FILES}
        changed = {name: JsonDocument(name, parse(text)) for name, text in texts.items() if text}
        new = {model_id: replace(stored, documents={**stored.documents, **changed})}
        old, overrides = self._stored.models, self._stored.overrides
        return [
            *find_stale_quotes(old, new, overrides, self._verdicts),
            *find_stale_patches(old, new, overrides, self._verdicts),
        ]

    def _reject(self, model: UpstreamModel, reason: str) -> None:
        self._plan.problems.append(UpstreamProblem(model.source, reason, model.model_id))

    def _protocol_file(self, model: UpstreamModel) -> dict[str, str]:
        """Return the new `service.json`, if the page of `model` adds to what is stored."""
        if model.protocol is None:
            return {}
        merged, warnings = self._store.merged_protocol(model.protocol)
        self._plan.notes += (f"{model.source}: {warning}" for warning in warnings)
        if merged == self._store.protocol:
            return {}
        self._store.protocol = merged
        return {SERVICE_FILE: merged.dump()}

    def _add_removed_models(self, upstream: UpstreamModels) -> None:
        if upstream.all_ids is None:
            return
        removed = sorted(filter(self._is_wanted, self._stored.models.keys() - upstream.all_ids))
        renames = self._renames(removed, upstream)
        for model_id in removed:
            message = gone_message("the model was removed upstream", renames.get(model_id))
            self._plan.findings.append(
                self._verdicts.finding(
                    "model-gone", model_id, Place(), message, before=model_id, after=ABSENT
                )
            )
            self._plan.gone[model_id] = renames.get(model_id)

    def _renames(self, removed: list[str], upstream: UpstreamModels) -> dict[str, str]:
        """Return the likely new id of each of the models `removed`, if it has one."""
        new = {
            str(model.model_id): parse(model.files[INPUT])
            for model in upstream.models
            if removed and model.model_id not in self._stored.models
        }
        return guess_renames(
            {name: self._stored.models[name].value(INPUT) for name in removed}, new
        )
