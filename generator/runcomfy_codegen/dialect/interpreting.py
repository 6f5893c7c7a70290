"""Read a document of the docs as plain JSON Schema 2020-12."""

from __future__ import annotations

import copy
from typing import Any

from runcomfy_codegen.diagnostics.codes import is_unwaivable
from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.diagnostics.diagnostic import Severity
from runcomfy_codegen.dialect.defaults import settle_defaults
from runcomfy_codegen.dialect.media_references import with_media_texts_inlined
from runcomfy_codegen.dialect.normalising import Normaliser
from runcomfy_codegen.dialect.object_schemas import allows_other_values, describes_object
from runcomfy_codegen.dialect.references import with_local_references
from runcomfy_codegen.dialect.sizes import check_size
from runcomfy_codegen.dialect.steps import INPUT_STEPS, OUTPUT_STEPS, STATED_OUTPUT_STEPS, Steps
from runcomfy_codegen.json_schema.keywords import ANNOTATIONS
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.validation import schema_problems
from runcomfy_codegen.json_schema.values import Schema, is_object, json_key
from runcomfy_codegen.untrusted_text import short_repr


def input_schema(document: Any, collector: Collector) -> Schema | None:
    """Return the plain schema of `input.json`; None if it does not describe an object.

    Errors are added to `collector`, not raised.
    """
    if not describes_object(document):
        collector.add("not-an-object", "", "the input schema does not describe an object")
        return None
    schema = _plain(_as_object(document), "", collector, INPUT_STEPS, closes_objects=True)
    if any(map(is_unwaivable, collector.diagnostics)):
        return schema
    return settle_defaults(schema, collector)


def output_schema(document: Any, collector: Collector) -> tuple[Schema, str] | None:
    """Return the plain schema of `output.json` and its pointer in there.

    `document` is `{"output": {<schema>}}`, or a bare schema. Returns None if it does not describe
    an object. Errors are added to `collector`, not raised.
    """
    root = output_root(document)
    schema = document["output"] if root else document
    if not describes_object(schema):
        collector.add("not-an-object", root, "the output schema does not describe an object")
        return None
    if allows_other_values(schema):
        collector.add("output-alternative", root, "a result that is not an object will be refused")
    if root:
        collector.add("output-map", "", "a map of names to schemas: the schema of 'output' is read")
        for name in sorted(document.keys() - ANNOTATIONS - {"output", "type"}):
            collector.add("output-extra", join_pointer(name), "is beside 'output': ignored")
    return _plain(_as_object(schema), root, collector, OUTPUT_STEPS), root


def output_root(document: Any) -> str:
    """Return the pointer of the schema in `output.json`: `/output` in a map of names to schemas."""
    is_map = is_object(document) and "output" in document and "properties" not in document
    return "/output" if is_map else ""


def stated_output(schema: Schema, collector: Collector, root: str) -> Schema:
    """Return the plain schema of an output with its constraints, which `output_schema` drops.

    `schema` is at the pointer `root` of `output.json`, and `output_schema` accepts it. Constraints
    with invalid values are left out.
    """
    return _plain(_as_object(schema), root, collector, STATED_OUTPUT_STEPS)


def _as_object(document: Schema) -> Schema:
    """Return `document` without null: a body and a job's output are always objects."""
    return {**{key: document[key] for key in document if key != "nullable"}, "type": "object"}


def _plain(
    schema: Schema, root: str, collector: Collector, steps: Steps, *, closes_objects: bool = False
) -> Schema:
    """Return the plain form of `schema`, which is at the pointer `root`, by `steps`."""
    check_size(schema, collector, root)
    if any(map(is_unwaivable, collector.diagnostics)):
        return schema
    local, copies = with_local_references(
        _with_definitions(schema, collector, root), collector, root
    )
    if any(diagnostic.code == "too-large" for diagnostic in collector.diagnostics):
        return local
    definitions = local.get("$defs", {})
    local = with_media_texts_inlined(local, definitions) if definitions else local
    normaliser = Normaliser(
        steps=steps,
        closes_objects=closes_objects,
        definitions=local.pop("$defs", {}),
        copies=copies,
        collector=collector,
        root=root,
    )
    plain = normaliser.document(local)
    _note_problems(plain, collector, root)
    return plain


def _with_definitions(schema: Schema, collector: Collector, root: str) -> Schema:
    """Return `schema` with `$defs` for `definitions`, the older name; `$defs` is an object."""
    out = copy.deepcopy(schema)
    if not is_object(out.get("$defs", {})):
        collector.add("invalid-schema", root + join_pointer("$defs"), "is not of type 'object'")
        del out["$defs"]
    older = out.pop("definitions", None) if is_object(out.get("definitions")) else None
    if not older:
        return out
    newer = out.get("$defs", {})
    for name in older.keys() & newer.keys():
        if json_key(older[name]) != json_key(newer[name]):
            pointer = root + join_pointer("definitions", name)
            message = f"$defs has another schema called {short_repr(name)}"
            collector.add("definition-twice", pointer, message, "rename one, with its references")
    return {**out, "$defs": {**older, **newer}}


def _note_problems(schema: Schema, collector: Collector, root: str) -> None:
    """Note what violates the metaschema, unless an error was noted there or above it."""
    noted = {
        diagnostic.pointer
        for diagnostic in collector.diagnostics
        if diagnostic.severity is Severity.ERROR
    }
    for inner, message in schema_problems(schema):
        if not any(pointer.startswith(root + inner) for pointer in noted):
            collector.add("invalid-schema", root + inner, message)
