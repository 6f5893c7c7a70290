"""What a run of `sync` would do, settled before anything is written."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.dialect.tables import COMMON_OUTPUT
from runcomfy_codegen.diff.comparison import Comparison
from runcomfy_codegen.diff.finding import ABSENT, Finding
from runcomfy_codegen.diff.judge import Judge
from runcomfy_codegen.diff.model_changes import compare_model
from runcomfy_codegen.diff.override_changes import ranks
from runcomfy_codegen.diff.schema_sets import SchemaSet
from runcomfy_codegen.diff.sides import input_side, output_side
from runcomfy_codegen.pages.store import Store, StoreError, check_case_collision
from runcomfy_codegen.reading.documents import ModelDocuments, SchemaDocument
from runcomfy_codegen.reading.files import OUTPUT, SERVICE
from runcomfy_codegen.reading.json_text import parse
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.sync.incoming import Gathered, Incoming, Problem
from runcomfy_codegen.sync.language import with_words_of

ASSUMED = "assumed: the catalog shows no output; these are the names that other pages show"
"""Marks an output that nobody has seen."""


@dataclass(frozen=True)
class Choice:
    """What the user asked for beyond what is stored."""

    all: bool = False
    add: tuple[str, ...] = ()
    """Patterns of model_ids, as `kling/*`."""
    prune: bool = False
    take_language: bool = False


@dataclass
class Plan:
    """The outcome: what is found, what to write and remove, and what to say."""

    findings: list[Finding] = field(default_factory=list[Finding])
    files: dict[str, str] = field(default_factory=dict[str, str])
    """Path below the schemas folder: the text to write."""
    remove: list[str] = field(default_factory=list[str])
    """model_ids whose documents go."""
    problems: list[Problem] = field(default_factory=list[Problem])
    notes: list[str] = field(default_factory=list[str])

    @property
    def comparison(self) -> Comparison:
        """The findings, as the formats of `diff` take them."""
        ordered = sorted(self.findings, key=lambda one: (one.model_id, -one.verdict))
        return Comparison(tuple(ordered))


class UnmatchedPatternError(Exception):
    """A pattern of `--add` that no model upstream or in store matches."""


def plan_sync(gathered: Gathered, stored: SchemaSet, schemas: Path, choice: Choice) -> Plan:
    """What to do so that `schemas`, which holds `stored`, says what was `gathered`."""
    return _Planner(stored, schemas, choice).plan(gathered)


class _Planner:
    def __init__(self, stored: SchemaSet, schemas: Path, choice: Choice) -> None:
        self._stored = stored
        self._schemas = schemas
        self._choice = choice
        self._judge = Judge(ranks(stored.overrides))
        self._store = Store(schemas)
        self._plan = Plan()

    def plan(self, gathered: Gathered) -> Plan:
        """The whole plan."""
        self._plan.problems += gathered.problems
        self._check_patterns(gathered)
        left: list[str] = []
        for model in sorted(gathered.models, key=lambda one: one.model_id):
            if self._is_wanted(model.model_id):
                self._take(model)
            else:
                left.append(model.model_id)
        if left:
            self._plan.notes.append(_left(left))
        self._vanished(gathered)
        return self._plan

    def _check_patterns(self, gathered: Gathered) -> None:
        ids = {*self._stored.models, *(str(model.model_id) for model in gathered.models)}
        for pattern in self._choice.add:
            if not any(fnmatchcase(one, pattern) for one in ids):
                raise UnmatchedPatternError(f"--add {pattern!r} matches no model")

    def _is_wanted(self, model_id: str) -> bool:
        is_added = any(fnmatchcase(model_id, pattern) for pattern in self._choice.add)
        return model_id in self._stored.models or self._choice.all or is_added

    def _take(self, model: Incoming) -> None:
        """Plan one model, or note why it cannot be taken."""
        try:
            check_case_collision(self._schemas, model.model_id)
            found: list[Diagnostic] = []
            old = self._stored.models.get(model.model_id)
            findings, files, notes = self._compared(old, model, found)
            if found:
                self._refuse(model, "; ".join(str(one) for one in found))
                return
            files |= self._service(model)
        except StoreError as error:
            self._refuse(model, str(error))
            return
        self._plan.findings += findings
        self._plan.files |= files
        self._plan.notes += notes

    def _refuse(self, model: Incoming, reason: str) -> None:
        self._plan.problems.append(Problem(model.source, reason))

    def _compared(
        self, old: ModelDocuments | None, model: Incoming, found: list[Diagnostic]
    ) -> tuple[list[Finding], dict[str, str], list[str]]:
        """Findings, files to write and notes for one model; what stops it goes to `found`."""
        if old is None:
            return self._new(model, found)
        new = _documents(model.model_id, model.files, old)
        findings = list(compare_model(old, new, self._judge, found))
        notes: list[str] = []
        files = model.files
        if not found and not self._choice.take_language:
            kept = self._kept_words(old, files, findings)
            if kept is not None:
                files = kept
                notes.append(_kept(model.model_id, findings))
                new = _documents(model.model_id, files, old)
                findings = list(compare_model(old, new, self._judge, found))
        return findings, _differing(old, files, model.model_id), notes

    def _kept_words(
        self, old: ModelDocuments, files: dict[str, str], findings: list[Finding]
    ) -> dict[str, str] | None:
        """`files` in the stored language, or None where they are in it."""
        if not any(one.rule == "language-changed" for one in findings):
            return None
        return {
            name: with_words_of(self._text(old, name), text) if _is_schema(name, old) else text
            for name, text in files.items()
        }

    def _text(self, model: ModelDocuments, name: str) -> str:
        path = self._schemas / model.model_id / name
        return path.read_text(encoding="utf-8-sig")

    def _new(
        self, model: Incoming, found: list[Diagnostic]
    ) -> tuple[list[Finding], dict[str, str], list[str]]:
        """A model that is not stored yet; one without an output gets the documented one."""
        files = {OUTPUT: _assumed_output(), **model.files}
        documents = _documents(model.model_id, files, None)
        input_side(documents, found)
        if OUTPUT in model.files:
            output_side(documents, found)
        words = "the model is new"
        finding = self._judge.finding(
            "model-added", model.model_id, "", words, ABSENT, str(model.model_id)
        )
        return [finding], {f"{model.model_id}/{name}": text for name, text in files.items()}, []

    def _service(self, model: Incoming) -> dict[str, str]:
        """The shared protocol where the page of `model` is the first to tell it."""
        if model.service is None:
            return {}
        agreed, warnings = self._store.merged_service(model.service)
        self._plan.notes += (f"{model.source}: {warning}" for warning in warnings)
        if agreed == self._store.service:
            return {}
        self._store.service = agreed
        return {SERVICE: agreed.dump()}

    def _vanished(self, gathered: Gathered) -> None:
        """Models that a whole catalog does not list."""
        if gathered.listed is None:
            return
        for model_id in sorted(self._stored.models.keys() - gathered.listed):
            words = "the model is gone upstream"
            self._plan.findings.append(
                self._judge.finding("model-gone", model_id, "", words, model_id, ABSENT)
            )
            if self._choice.prune:
                self._plan.remove.append(model_id)
            else:
                self._plan.notes.append(f"{model_id}: gone upstream; --prune removes it")


def _documents(
    model_id: ModelId, files: dict[str, str], old: ModelDocuments | None
) -> ModelDocuments:
    """`files` as documents, over those that are stored."""
    kept = old.documents if old else {}
    read = {name: SchemaDocument(name, parse(text)) for name, text in files.items()}
    return ModelDocuments(model_id, str(model_id), {**kept, **read})


def _differing(old: ModelDocuments, files: dict[str, str], model_id: str) -> dict[str, str]:
    """Those of `files` that say something else than what is stored, whatever their layout."""
    return {
        f"{model_id}/{name}": text
        for name, text in files.items()
        if name not in old.documents or _shown(old.documents[name].value) != _shown(parse(text))
    }


def _shown(value: Any) -> str:
    return json.dumps(value)


def _is_schema(name: str, old: ModelDocuments) -> bool:
    return name in ("input.json", OUTPUT) and name in old.documents


def _assumed_output() -> str:
    document = {"$comment": ASSUMED, "output": COMMON_OUTPUT}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _kept(model_id: str, findings: list[Finding]) -> str:
    (first, *_) = [one for one in findings if one.rule == "language-changed"]
    return (
        f"{model_id}: came in another language ({first.after}); "
        f"the stored words ({first.before}) are kept (--take-language takes the others)"
    )


def _left(model_ids: list[str]) -> str:
    first = ", ".join(model_ids[:3]) + (", …" if len(model_ids) > 3 else "")
    return f"{len(model_ids)} models are not followed ({first}): --all or --add PATTERN takes them"
