"""Build models for the tests of `diff`, and the findings between two of them."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.diff.changes.model_changes import compare_models
from runcomfy_codegen.diff.finding import Finding, Verdict
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.reading.documents import JsonDocument, ModelDocuments
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.overrides import Overrides
from runcomfy_codegen.reading.service_protocol import DOCUMENTED_PROTOCOL
from runcomfy_codegen.reading.stored_schemas import StoredSchemas

NO_OVERRIDES = Overrides()
OUTPUT = {"output": {"type": "object", "properties": {"image": {"type": "string"}}}}


def model(
    input_: Any, output: Any = OUTPUT, model_id: str = "acme/one", **others: Any
) -> ModelDocuments:
    values = {"input.json": input_, "output.json": output}
    values |= {f"{name}.json": value for name, value in others.items()}
    documents = {name: JsonDocument(name, value) for name, value in values.items()}
    return ModelDocuments(ModelId.parse(model_id), f"schemas/{model_id}", documents)


def an_input(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def an_output(**properties: Any) -> dict[str, Any]:
    return {"output": an_input(**properties)}


def findings_of(
    old: ModelDocuments | None,
    new: ModelDocuments | None,
    overrides: Overrides = NO_OVERRIDES,
    **verdicts: Verdict,
) -> list[Finding]:
    """Return the findings between two models, one of which may be missing.

    `overrides` are those of the new side.
    """
    problems: list[Diagnostic] = []
    before, after = (
        StoredSchemas(
            {str(documents.model_id): documents} if documents else {}, DOCUMENTED_PROTOCOL, names
        )
        for documents, names in ((old, NO_OVERRIDES), (new, overrides))
    )
    findings = list(compare_models(before, after, Verdicts(verdicts), problems))
    assert not problems
    return findings


def between(old: Any, new: Any) -> list[Finding]:
    """Return the findings between two inputs whose property `x` has these schemas."""
    return findings_of(model(an_input(x=old)), model(an_input(x=new)))


def between_outputs(old: Any, new: Any) -> list[Finding]:
    """Return the findings between two outputs whose property `x` has these schemas."""
    return findings_of(model(an_input(), an_output(x=old)), model(an_input(), an_output(x=new)))
