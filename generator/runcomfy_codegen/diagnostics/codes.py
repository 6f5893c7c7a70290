"""Every diagnostic code: its severity, and whether an override may waive it."""

from __future__ import annotations

from typing import NamedTuple

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity

INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR


class Code(NamedTuple):
    """A row of `CODES`."""

    severity: Severity
    summary: str
    """The meaning of the code, for readers of the table; each diagnostic has its own message."""
    waivable: bool = False
    """Whether an override may let an error pass; warnings may always be waived."""


CODES = {
    # The documents themselves
    "invalid-json": Code(ERROR, "the file is not strict JSON"),
    "unreadable": Code(ERROR, "the file cannot be read"),
    "invalid-model-id": Code(ERROR, "the folder's path is not a model_id"),
    "missing-input": Code(ERROR, "a model's folder has no input.json"),
    "missing-output": Code(WARNING, "no output.json: the output that the docs show is assumed"),
    "missing-example": Code(INFO, "no example.json: the example is built from the schema"),
    "invalid-example": Code(INFO, "the example body does not fit the input schema"),
    "invalid-service": Code(ERROR, "service.json does not describe the protocol"),
    "other-service": Code(WARNING, "the client library that the package uses calls another host"),
    "missing-service": Code(INFO, "no service.json: the documented protocol is assumed"),
    "invalid-page": Code(ERROR, "page.json does not contain a docs_url"),
    "invalid-catalog": Code(ERROR, "catalog.json does not have the form of the catalog"),
    "no-models": Code(ERROR, "the schemas folder contains no model"),
    "foreign-file": Code(WARNING, "a file in the generated package that was not generated"),
    # How the dialect was interpreted
    "float-type": Code(INFO, 'type "float" is read as "number"'),
    "widget-format": Code(INFO, "a format that names a widget is not a constraint"),
    "media-format": Code(INFO, "a media format is read as a media URL"),
    "media-name": Code(INFO, "a string is read as a media URL because of its name"),
    "media-items": Code(INFO, "a media array without items contains media URLs"),
    "media-rules": Code(INFO, "validations are rules on the media behind a URL"),
    "output-map": Code(INFO, "the output schema is inside a map of names to schemas"),
    "example-default": Code(INFO, "a default that is an example, not what the server assumes"),
    "implied-type": Code(WARNING, "a schema with properties and no type"),
    "nullable": Code(INFO, "nullable is read as a union with null"),
    "untranslated": Code(INFO, "a title that is a key of the page's translation"),
    "unknown-format": Code(INFO, "an unknown format is not a constraint"),
    # The page's mistakes
    "required-unknown": Code(WARNING, "required names a property that does not exist"),
    "required-twice": Code(WARNING, "required names a property twice"),
    "invalid-default": Code(WARNING, "a default that its own schema refuses"),
    "media-type": Code(WARNING, "a format of media arrays on a string"),
    "output-extra": Code(WARNING, "a name beside 'output' in the output map"),
    "output-alternative": Code(WARNING, "an output that is not always an object"),
    "enum-type": Code(WARNING, "enum values that are not of the declared type"),
    "enum-twice": Code(WARNING, "a duplicate enum value"),
    "invalid-media-rule": Code(WARNING, "an entry of validations that has an unknown form"),
    "unknown-keyword": Code(WARNING, "a keyword that JSON Schema does not have"),
    "impossible": Code(WARNING, "a schema that no value fits"),
    # What stops a run
    "not-an-object": Code(ERROR, "the schema does not describe an object"),
    "unknown-type": Code(ERROR, "a type that JSON Schema does not have"),
    "invalid-schema": Code(ERROR, "the schema violates the 2020-12 metaschema"),
    "too-large": Code(ERROR, "a schema larger than any model needs"),
    "impossible-required": Code(ERROR, "a required property that no value fits", waivable=True),
    "unsupported-keyword": Code(ERROR, "a keyword that is not supported", waivable=True),
    "definition-twice": Code(ERROR, "definitions and $defs have different schemas of one name"),
    "invalid-ref": Code(ERROR, "a $ref to nothing, outside the document, or to itself"),
    "invalid-name": Code(ERROR, "a name from which no Python name can be made"),
    "name-collision": Code(ERROR, "two names that become the same Python name"),
    # Rules in words
    "invalid-rule": Code(ERROR, "an entry of rules.toml that cannot be used"),
    "quote-language": Code(ERROR, "a quote in another language than the page's text"),
    "stale-quote": Code(WARNING, "the page no longer has the sentence that a rule quotes"),
    # Patches
    "invalid-patch": Code(ERROR, "a patch of a place that the page lacks, or without its `was`"),
    "stale-patch": Code(ERROR, "a patch of a value that the page no longer has"),
    "stale-translation": Code(WARNING, "a translation whose original changed"),
    # Overrides
    "invalid-override": Code(ERROR, "overrides.toml is not of the documented form"),
    "unused-override": Code(ERROR, "an override that matches nothing"),
    "invalid-accepted": Code(ERROR, "accepted.toml is not of the documented form"),
    "expired-accepted": Code(ERROR, "an accepted finding whose date has passed"),
    "unused-accepted": Code(ERROR, "an entry of accepted.toml that accepts nothing"),
    "invalid-gone": Code(ERROR, "gone.toml is not of the documented form"),
    "invalid-follow": Code(ERROR, "follow.toml is not of the documented form"),
}


def is_unwaivable(diagnostic: Diagnostic) -> bool:
    """Whether `diagnostic` is an error that cannot be waived."""
    return diagnostic.severity is Severity.ERROR and not CODES[diagnostic.code].waivable


def diagnose(
    code: str, file: str, pointer: str, message: str, hint: str = "", *, line: int = 0
) -> Diagnostic:
    """Return a diagnostic at `pointer` or `line` of `file`; `CODES` has its severity."""
    return Diagnostic(
        file=file,
        pointer=pointer,
        severity=CODES[code].severity,
        code=code,
        message=message,
        hint=hint,
        line=line,
    )
