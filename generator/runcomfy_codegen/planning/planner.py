"""From a model's documents to its `ModelSpec`: everything is settled before rendering."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from runcomfy_codegen.diagnostics.codes import CODES, Notes, is_final
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity, has_errors
from runcomfy_codegen.dialect import input_schema, output_schema
from runcomfy_codegen.dialect.tables import COMMON_OUTPUT
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.planning.classes import MAX_NODES, Objects, TooLargeError, in_order
from runcomfy_codegen.planning.definitions import Definitions
from runcomfy_codegen.planning.example import example_inputs
from runcomfy_codegen.planning.ir import ModelSpec, ObjectSpec
from runcomfy_codegen.planning.names import DICT, ModuleName, TypeName
from runcomfy_codegen.planning.sound_part import sound_part
from runcomfy_codegen.planning.spare_names import SpareNames, names_in
from runcomfy_codegen.reading.documents import ModelDocuments
from runcomfy_codegen.reading.files import EXAMPLE, INPUT, OUTPUT, PAGE
from runcomfy_codegen.reading.overrides import Key, Overrides

DOCS_URL = "https://www.runcomfy.com/models/{model_id}/api"
"""Where the docs page of a model is, unless `page.json` or an override knows better."""

_OF_NAMES = ("name-collision", "invalid-name")
"""What is still worth saying of a schema with errors: anything else may follow from them."""


@dataclass(frozen=True)
class Planned:
    """What became of one model."""

    spec: ModelSpec | None
    """None where an error was found."""
    found: list[Diagnostic]
    whole: bool
    """Whether everything was planned, so that an override nobody asked for is wrong."""
    used: frozenset[Key]
    """The overrides that were asked for."""


def plan(model: ModelDocuments, module: ModuleName | None, overrides: Overrides) -> Planned:
    """The spec of one model and what was noted on the way; `module` is None where it has none."""
    own = overrides.part(model.model_id)
    planner = _Planner(model, own)
    spec = planner.spec(module)
    found = planner.diagnostics()
    return Planned(None if has_errors(found) else spec, found, planner.whole, frozenset(own.used))


class _Planner:
    """One model on its way; keeps the notes of each of its documents."""

    def __init__(self, model: ModelDocuments, overrides: Overrides) -> None:
        self.model = model
        self.model_id = model.model_id
        self.overrides = overrides
        self.whole = INPUT in model.documents and not model.unreadable
        values = (document.value for document in model.documents.values())
        asked = (name for value in values for name in names_in(value))
        self.spare = SpareNames(chain(asked, overrides.names(model.model_id).values()))
        self._notes: dict[str, Notes] = {}

    def spec(self, module: ModuleName | None) -> ModelSpec | None:
        """The spec, unless the documents are beyond reading."""
        inputs, schema = self._inputs()
        names = {spec.name for spec in inputs}
        outputs = self._outputs(names | {TypeName(name + DICT) for name in names})
        docs_url = self._docs_url()
        example = self._example(inputs[-1], schema) if inputs and schema else {}
        if not self.whole or not inputs or not outputs or module is None:
            return None
        remarks = tuple(self._remarks())
        return ModelSpec(self.model_id, module, docs_url, inputs, outputs, example, remarks)

    def diagnostics(self) -> list[Diagnostic]:
        """What was noted and is not waived; where a waiver is possible, the line for it."""
        return [
            self._with_way_out(document, found)
            for document, notes in self._notes.items()
            for found in notes.found
            if not self._waived(document, found)
        ]

    def notes(self, document: str) -> Notes:
        """The notes of one of the model's documents."""
        file = f"{self.model.folder}/{document}"
        return self._notes.setdefault(document, Notes(file))

    def _inputs(self) -> tuple[tuple[ObjectSpec, ...], Schema | None]:
        """The classes of the input; and its schema, where nothing in it is wrong."""
        document = self.model.documents.get(INPUT)
        schema = input_schema(document.value, self.notes(INPUT)) if document else None
        if schema is None:
            return self._nothing(), None
        classes = self._classes(INPUT, schema, "")
        return classes, schema if self.whole else None

    def _outputs(self, taken: Collection[TypeName]) -> tuple[ObjectSpec, ...]:
        notes = self.notes(OUTPUT)
        document = self.model.documents.get(OUTPUT)
        if OUTPUT in self.model.unreadable:
            return self._nothing()
        if document is None:
            notes.add("missing-output", "", "the output that the docs show elsewhere is assumed")
        read = output_schema(document.value if document else COMMON_OUTPUT, notes)
        return self._classes(OUTPUT, *read, taken) if read else self._nothing()

    def _nothing(self) -> tuple[ObjectSpec, ...]:
        self.whole = False
        return ()

    def _classes(
        self, document: str, schema: Schema, at: str, taken: Collection[TypeName] = ()
    ) -> tuple[ObjectSpec, ...]:
        """The classes of a document; with errors in it, what their names are like at least."""
        notes = self.notes(document)
        if not any(map(is_final, notes.found)):
            return _classes(self._objects(document, schema, at, notes), taken)
        self.whole = False
        left = sound_part(schema, at, notes.found)
        if left is None:
            return ()
        aside = Notes(notes.file)
        classes = _classes(self._objects(document, left, at, aside), taken)
        notes.found += [found for found in aside.found if found.code in _OF_NAMES]
        return classes

    def _objects(self, document: str, schema: Schema, at: str, notes: Notes) -> Objects:
        return Objects(
            self.model_id,
            document,
            Definitions(schema),
            TypeName("Input" if document == INPUT else "Output"),
            at,
            document == INPUT,
            self.overrides,
            self.spare,
            notes,
        )

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
        if document is None and EXAMPLE not in self.model.unreadable:
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

    def _with_way_out(self, document: str, found: Diagnostic) -> Diagnostic:
        if found.severity is not Severity.ERROR or is_final(found):
            return found
        place = f"{document}#{found.pointer}"
        hint = self.overrides.paste(self.model_id, "waive", place, value=found.code)
        return replace(found, hint=f"to generate without it, {hint}")


def _classes(objects: Objects, taken: Collection[TypeName]) -> tuple[ObjectSpec, ...]:
    """The classes of `objects`; a collision is noted for each name that is `taken`."""
    try:
        objects.add_root()
    except TooLargeError:
        message = f"more than {MAX_NODES} subschemas, references followed"
        objects.notes.add("too-large", objects.at, message)
        return ()
    plain = {spec.name + DICT for spec in objects.specs.values() if objects.checked}
    for spec in objects.specs.values():
        if spec.name in plain:
            objects.collision("a type and the plain form of another one", spec)
        if spec.name in taken:
            objects.collision("a type of the input and one of the output", spec)
    return in_order(objects.specs)


def _is_page(value: Any) -> bool:
    url = value.get("docs_url") if is_object(value) else None
    return isinstance(url, str) and url.startswith("https://") and url.isprintable()


def _is_warning(found: Diagnostic) -> bool:
    return CODES[found.code].severity is Severity.WARNING
