"""Check a value against a JSON Schema, in addition to its type."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from pydantic import GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, InitErrorDetails

from ..payload import as_json
from ..strictness.core_schemas import around
from ..validation_errors import error_detail, errors_of
from .compiler import Compiler
from .violations import Validator, Violation


class Check:
    """Metadata of an `Annotated` type: the value has to fit a schema as well.

    The value is checked even if its type refuses it, so that one error has all problems.
    """

    def __init__(self, schema: Any, definitions: dict[str, Any] | None = None) -> None:
        """Keep `schema`, and `definitions`, the schema behind each `$ref` in it."""
        self._schema = schema
        self._definitions = definitions or {}

    def __repr__(self) -> str:
        """Show that there is a check; its schema is long, and in the class's JSON Schema."""
        return "Check(…)"

    @cached_property
    def _validator(self) -> Validator:
        # Compiled by the first value, since an import should cost nothing.
        return Compiler(self._definitions).compiled(self._schema)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the type's own schema with the check around it."""
        return self.around(handler(source))

    def around(self, schema: CoreSchema) -> CoreSchema:
        """Return pydantic's `schema` with the check around it."""
        return around(self._validate, schema)

    def violations(self, value: Any) -> Iterator[Violation]:
        """Yield each violation in a JSON value, which may contain models."""
        try:
            yield from self._validator(as_json(value))
        except RecursionError:
            yield Violation((), "Input should not be nested that deep")

    def _validate(self, value: Any, validate: Callable[[Any], Any]) -> Any:
        errors: list[InitErrorDetails] = []
        try:
            validated = validate(value)
        except ValidationError as error:
            errors += errors_of(error)
            validated = value
        errors += [
            error_detail(
                "json_schema",
                violation.message,
                violation.steps,
                _at(violation.steps, value),
            )
            for violation in dict.fromkeys(self.violations(validated))
        ]
        if errors:
            raise ValidationError.from_exception_data("value", errors)
        return validated


def _at(steps: tuple[str | int, ...], value: Any) -> Any:
    """Return the member at `steps` of a JSON value, which may contain models; None if absent."""
    member = as_json(value)
    for step in steps:
        try:
            member = member[step]
        except (LookupError, TypeError):
            return None
    return member
