# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: ecc4766011eaa9148dbd42e222fa440d
"""A schema as a validator of pydantic's, beside whatever the type checks itself."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from pydantic import GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, InitErrorDetails

from ..payload import as_json
from ..strictness.core_schemas import around
from ..validation_errors import error_detail, errors_of
from .compiling import Compiler
from .faults import Fault, Test


class Check:
    """Metadata of an `Annotated` type: the value has to fit a schema as well.

    The type and the schema are both asked, so that one error has everything that is wrong.
    """

    def __init__(self, schema: Any, definitions: dict[str, Any] | None = None) -> None:
        """Compile when first asked: an import should cost nothing."""
        self._schema = schema
        self._definitions = definitions or {}

    @cached_property
    def _test(self) -> Test:
        return Compiler(self._definitions).compiled(self._schema)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The type's own schema, with the check around it."""
        return self.around(handler(source))

    def around(self, schema: CoreSchema) -> CoreSchema:
        """`schema` with the check around it."""
        return around(self._validate, schema)

    def faults(self, value: Any) -> Iterator[Fault]:
        """Every place of a JSON value, or of models in it, that does not fit."""
        try:
            yield from self._test(as_json(value))
        except RecursionError:
            yield Fault((), "Input should not be nested that deep")

    def _validate(self, value: Any, validate: Callable[[Any], Any]) -> Any:
        errors: list[InitErrorDetails] = []
        try:
            validated = validate(value)
        except ValidationError as error:
            errors += errors_of(error)
            validated = value
        errors += [
            error_detail("json_schema", fault.message, fault.steps, value)
            for fault in dict.fromkeys(self.faults(validated))
        ]
        if errors:
            raise ValidationError.from_exception_data("value", errors)
        return validated
