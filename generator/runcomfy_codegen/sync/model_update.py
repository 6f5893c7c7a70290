"""The update of one model: what changed, and which of its files to write."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, DiagnosticsError
from runcomfy_codegen.dialect.document_texts import language_of
from runcomfy_codegen.dialect.tables import COMMON_OUTPUT
from runcomfy_codegen.diff.changes.model_changes import ModelVersion, compare_model
from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.interface import names_to_keep, planned, refused_names
from runcomfy_codegen.diff.sources.document_versions import input_version, output_version
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.json_schema.values import ABSENT
from runcomfy_codegen.reading.documents import JsonDocument, ModelDocuments
from runcomfy_codegen.reading.files import INPUT, OUTPUT
from runcomfy_codegen.reading.json_text import parse
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.overrides import Overrides
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.sync.stored_language import with_stored_texts
from runcomfy_codegen.sync.upstream import UpstreamModel

ASSUMED = "assumed: the catalog shows no output; these are the names that other pages show"
"""The `$comment` of an output that no page has shown."""


@dataclass(frozen=True)
class OtherLanguage:
    """A model whose texts came in another language than the stored or the wanted one."""

    model_id: str
    language: str
    outcome: str

    def __str__(self) -> str:
        """Return the model, its language and the outcome."""
        return f"{self.model_id}: is in another language ({self.language}); {self.outcome}"


@dataclass(frozen=True)
class ModelUpdate:
    """The findings and the files of one model."""

    findings: list[Finding]
    files: dict[str, str]
    """Path below the schemas folder: the text to write."""
    other_language: OtherLanguage | None = None
    names: dict[str, str] = field(default_factory=dict[str, str])
    """Names of classes to pin in the overrides, by place."""
    refused: tuple[Diagnostic, ...] = ()
    """Errors that `generate` will report about names in the files."""


@dataclass(frozen=True)
class UpdatePlanner:
    """Compares upstream models with those stored below `schemas`."""

    schemas: Path
    overrides: Overrides
    verdicts: Verdicts
    language: str | None = None
    """The language that texts should have; None for the stored one."""
    take_language: bool = False
    """Whether texts in any language replace the stored ones."""

    def update_of(self, model: UpstreamModel, stored: ModelDocuments | None) -> ModelUpdate:
        """Return the update of `model`.

        Raises `DiagnosticsError` if it cannot be read or compared.
        """
        update = self._stored_model(model, stored) if stored else self._new_model(model)
        return replace(update, refused=tuple(self._refused(model.model_id, update, stored)))

    def _new_model(self, model: UpstreamModel) -> ModelUpdate:
        files = {OUTPUT: _assumed_output(), **model.files}
        documents = _documents(model.model_id, files, None)
        diagnostics: list[Diagnostic] = []
        input_version(documents, diagnostics)
        if OUTPUT in model.files:
            output_version(documents, diagnostics)
        if diagnostics:
            raise DiagnosticsError(diagnostics)
        model_id = str(model.model_id)
        finding = self.verdicts.finding(
            "model-added", model_id, Place(), "the model is new", before=ABSENT, after=model_id
        )
        paths = {f"{model_id}/{name}": text for name, text in files.items()}
        return ModelUpdate([finding], paths, self._unwanted_language(model))

    def _stored_model(self, model: UpstreamModel, stored: ModelDocuments) -> ModelUpdate:
        files, other_language = model.files, self._unwanted_language(model)
        findings = self._compare(stored, model.model_id, files)
        names: dict[str, str] = {}
        language = next(
            (finding for finding in findings if finding.rule == "language-changed"), None
        )
        if language and not self.take_language and language.after != self.language:
            files = {name: self._in_stored_language(stored, name, files[name]) for name in files}
            # Compare again: with the stored texts, only the other changes remain.
            findings = self._compare(stored, model.model_id, files)
            outcome = (
                f"the stored texts ({language.before}) are kept (--take-language replaces them)"
            )
            other_language = OtherLanguage(model.model_id, language.after, outcome)
        elif language:
            names = self._stored_names(stored, _documents(model.model_id, files, stored))
            findings = self._compare(stored, model.model_id, files, names)
        changed = _changed_files(stored, files, model.model_id)
        return ModelUpdate(findings, changed, other_language, names)

    def _refused(
        self, model_id: ModelId, update: ModelUpdate, stored: ModelDocuments | None
    ) -> list[Diagnostic]:
        """Return the errors of `generate` about names in the files that are written."""
        if not update.files:
            return []
        files = {path.rpartition("/")[2]: text for path, text in update.files.items()}
        overrides = self.overrides.with_names(model_id, update.names)
        return refused_names(_documents(model_id, files, stored), overrides)

    def _stored_names(self, stored: ModelDocuments, new: ModelDocuments) -> dict[str, str]:
        """Return the names of classes that another language would change, by place."""
        before, after = (planned(model, self.overrides) for model in (stored, new))
        return names_to_keep(before, after) if before and after else {}

    def _unwanted_language(self, model: UpstreamModel) -> OtherLanguage | None:
        """Return the language of `model`, if it is known and not the wanted one."""
        schemas = (parse(text) for name, text in model.files.items() if name in (INPUT, OUTPUT))
        language = language_of(schemas)
        if self.language is None or language in (None, self.language):
            return None
        return OtherLanguage(model.model_id, language, f"{self.language} is wanted")

    def _compare(
        self,
        stored: ModelDocuments,
        model_id: ModelId,
        files: dict[str, str],
        names: Mapping[str, str] | None = None,
    ) -> list[Finding]:
        """Return the findings between what is stored and `files`, with `names` pinned."""
        diagnostics: list[Diagnostic] = []
        new = _documents(model_id, files, stored)
        before = ModelVersion(stored, self.overrides)
        after = ModelVersion(new, self.overrides.with_names(model_id, names or {}))
        findings = list(compare_model(before, after, self.verdicts, diagnostics))
        if diagnostics:
            raise DiagnosticsError(diagnostics)
        return findings

    def _in_stored_language(self, stored: ModelDocuments, name: str, text: str) -> str:
        """Return the document `name` with the stored texts, if it is a schema that is stored."""
        if name not in (INPUT, OUTPUT) or name not in stored.documents:
            return text
        path = self.schemas / stored.model_id / name
        return with_stored_texts(path.read_text(encoding="utf-8-sig"), text)


def _documents(
    model_id: ModelId, files: dict[str, str], stored: ModelDocuments | None
) -> ModelDocuments:
    """Return the stored documents, replaced by those of `files`."""
    kept = stored.documents if stored else {}
    replaced = {name: JsonDocument(name, parse(text)) for name, text in files.items()}
    return ModelDocuments(model_id, str(model_id), {**kept, **replaced})


def _changed_files(
    stored: ModelDocuments, files: dict[str, str], model_id: ModelId
) -> dict[str, str]:
    """Return those of `files` whose content differs from what is stored."""
    return {
        f"{model_id}/{name}": text
        for name, text in files.items()
        if name not in stored.documents or not _is_same(stored.documents[name], text)
    }


def _is_same(document: JsonDocument, text: str) -> bool:
    # As text, so that the order of keys counts, and 1 differs from 1.0, but not the layout.
    return json.dumps(document.value) == json.dumps(parse(text))


def _assumed_output() -> str:
    document = {"$comment": ASSUMED, "output": COMMON_OUTPUT}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
