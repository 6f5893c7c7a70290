"""From a model's documents to its `ModelSpec`: everything is settled before rendering."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from runcomfy_codegen.codes import CODES, Notes
from runcomfy_codegen.diagnostics import Diagnostic, Severity
from runcomfy_codegen.dialect import input_schema, output_schema
from runcomfy_codegen.dialect.tables import COMMON_OUTPUT
from runcomfy_codegen.planning.definitions import Definitions
from runcomfy_codegen.planning.example import example_inputs
from runcomfy_codegen.planning.ir import ModelSpec, ObjectSpec
from runcomfy_codegen.planning.names import (
    DICT,
    InvalidNameError,
    ModuleName,
    TypeName,
    checked_module_name,
)
from runcomfy_codegen.planning.names import module_name as module_name_of
from runcomfy_codegen.planning.objects import MAX_NODES, Objects, TooLargeError, in_order
from runcomfy_codegen.reading.documents import ModelDocuments
from runcomfy_codegen.reading.files import EXAMPLE, INPUT, OUTPUT, OVERRIDES, PAGE
from runcomfy_codegen.reading.json_value import is_object
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.overrides import Overrides

Schema = dict[str, Any]

DOCS_URL = "https://www.runcomfy.com/models/{model_id}/api"
"""Where the docs page of a model is, unless `page.json` or an override knows better."""


def plan(model: ModelDocuments, overrides: Overrides) -> tuple[ModelSpec | None, list[Diagnostic]]:
    """The spec of one model and what was noted; no spec where an error was found."""
    planner = _Planner(model, overrides)
    spec = planner.spec()
    found = planner.diagnostics()
    return (None if _stops(found) else spec), found


def module_collisions(models: Iterable[ModelSpec], folders: dict[ModelId, str]) -> list[Diagnostic]:
    """An error for each pair of models whose files would be one, case folded or not.

    `folders` says where each model's documents are, for the messages.
    """
    found: list[Diagnostic] = []
    by_module: dict[str, list[ModelSpec]] = defaultdict(list)
    for model in models:
        by_module[model.module.casefold()].append(model)
    for first, *others in by_module.values():
        for other in others:
            notes = Notes(folders[other.model_id])
            notes.add(
                "name-collision",
                "",
                f"{first.model_id!r} and {other.model_id!r} both become module {first.module}",
                f'in {OVERRIDES}: ["{other.model_id}"] module = "{other.module}_2"',
            )
            found += notes.found
    return found


class _Planner:
    """One model on its way; keeps the notes of each of its documents."""

    def __init__(self, model: ModelDocuments, overrides: Overrides) -> None:
        self.model = model
        self.model_id = model.model_id
        self.overrides = overrides
        self._notes: dict[str, Notes] = {}

    def spec(self) -> ModelSpec | None:
        """The spec, unless the documents are beyond reading."""
        inputs, schema = self._inputs()
        names = {spec.name for spec in inputs}
        outputs = self._outputs(names | {TypeName(name + DICT) for name in names})
        module = self._module()
        if not inputs or not outputs or module is None or schema is None:
            return None
        return ModelSpec(
            self.model_id,
            module,
            self._docs_url(),
            inputs,
            outputs,
            self._example(inputs[-1], schema),
            tuple(self._remarks()),
        )

    def diagnostics(self) -> list[Diagnostic]:
        """What was noted and is not waived."""
        return [
            found
            for document, notes in self._notes.items()
            for found in notes.found
            if not self._waived(document, found)
        ]

    def notes(self, document: str) -> Notes:
        """The notes of one of the model's documents."""
        file = f"{self.model.folder}/{document}"
        return self._notes.setdefault(document, Notes(file))

    def _inputs(self) -> tuple[tuple[ObjectSpec, ...], Schema | None]:
        notes = self.notes(INPUT)
        schema = input_schema(self.model.documents[INPUT].value, notes)
        if schema is None or _stops(self.diagnostics()):
            return (), None
        objects = self._objects(INPUT, schema, "")
        inputs = _classes(objects)
        taken = {spec.name + DICT for spec in inputs}
        for spec in inputs:
            if spec.name in taken:
                objects.collision("a type and the plain form of another one", spec)
        return inputs, schema

    def _outputs(self, taken: set[TypeName]) -> tuple[ObjectSpec, ...]:
        notes = self.notes(OUTPUT)
        document = self.model.documents.get(OUTPUT)
        if document is None:
            notes.add("missing-output", "", "the output that the docs show elsewhere is assumed")
        read = output_schema(document.value if document else COMMON_OUTPUT, notes)
        if read is None or _stops(notes.found):
            return ()
        schema, at = read
        objects = self._objects(OUTPUT, schema, at)
        outputs = _classes(objects)
        for spec in outputs:
            if spec.name in taken:
                objects.collision("a type of the input and one of the output", spec)
        return outputs

    def _objects(self, document: str, schema: Schema, at: str) -> Objects:
        return Objects(
            self.model_id,
            document,
            Definitions(schema),
            TypeName("Input" if document == INPUT else "Output"),
            at,
            document == INPUT,
            self.overrides,
            self.notes(document),
        )

    def _module(self) -> ModuleName | None:
        pinned = self.overrides.text(self.model_id, "module")
        try:
            return checked_module_name(pinned) if pinned else module_name_of(self.model_id)
        except InvalidNameError as error:
            hint = f'in {OVERRIDES}: ["{self.model_id}"] module = "provider.name"'
            self.notes(INPUT).add("invalid-name", "", str(error), hint)
            return None

    def _docs_url(self) -> str:
        document = self.model.documents.get(PAGE)
        known = document.value.get("docs_url") if document and _is_page(document.value) else None
        if document and known is None:
            self.notes(PAGE).add("invalid-page", "", 'expected {"docs_url": "https://…"}')
        pinned = self.overrides.text(self.model_id, "docs_url")
        return pinned or known or DOCS_URL.format(model_id=self.model_id.url_path)

    def _example(self, spec: ObjectSpec, schema: Schema) -> dict[str, Any]:
        document = self.model.documents.get(EXAMPLE)
        notes = self.notes(EXAMPLE)
        if document is None:
            notes.add("missing-example", "", "the example is built from the schema")
        return example_inputs(spec, schema, document.value if document else None, notes)

    def _remarks(self) -> Iterator[str]:
        """What the module's docstring tells a reader: waived errors, and the page's mistakes."""
        for document, notes in self._notes.items():
            for found in notes.found:
                waived = self._waived(document, found)
                if waived if found.severity is Severity.ERROR else _is_warning(found):
                    waiver = "waived: " if waived else ""
                    yield f"{document}#{found.pointer}: {waiver}{found.message}"

    def _waived(self, document: str, found: Diagnostic) -> bool:
        return self.overrides.waives(self.model_id, f"{document}#{found.pointer}", found.code)


def _classes(objects: Objects) -> tuple[ObjectSpec, ...]:
    try:
        objects.add_root()
    except TooLargeError:
        message = f"more than {MAX_NODES} subschemas, references followed"
        objects.notes.add("too-large", objects.at, message)
        return ()
    return in_order(objects.specs)


def _is_page(value: Any) -> bool:
    url = value.get("docs_url") if is_object(value) else None
    return isinstance(url, str) and url.startswith("https://") and url.isprintable()


def _is_warning(found: Diagnostic) -> bool:
    return CODES[found.code].severity is Severity.WARNING


def _stops(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(found.severity is Severity.ERROR for found in diagnostics)
