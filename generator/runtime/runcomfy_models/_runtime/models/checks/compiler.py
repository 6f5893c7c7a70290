"""Compile a schema to a validator, keyword by keyword."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from ...json_value import is_array, is_number, is_object
from . import arrays, logic, numbers, objects, strings, values
from .keyword import Keyword, Schema
from .violations import Validator, Violation


def _is_string(value: Any) -> bool:
    return isinstance(value, str)


def _is_anything(_: Any) -> bool:
    return True


_FAMILIES: tuple[tuple[Callable[[Any], bool], dict[str, Keyword]], ...] = (
    (_is_anything, values.KEYWORDS),
    (is_number, numbers.KEYWORDS),
    (_is_string, strings.KEYWORDS),
    (is_array, arrays.KEYWORDS),
    (is_object, objects.KEYWORDS),
    (_is_anything, logic.KEYWORDS),
)
"""For each module of keywords, the values that they apply to; they accept all others."""


class Compiler:
    """Compiles schemas that share definitions, which may refer to themselves."""

    def __init__(self, definitions: Schema) -> None:
        """Take `definitions`, the schema behind each `$ref`."""
        self._definitions = definitions
        self._compiled: dict[str, Validator] = {}

    def compiled(self, schema: Any) -> Validator:
        """Return the validator of `schema`, which is an object, true or false."""
        if isinstance(schema, bool):
            return _accept if schema else _refuse
        validators = list(self._validators(schema))

        def validate(value: Any) -> Iterator[Violation]:
            # Not `yield from`, which would take one more frame of the stack at each level.
            return chain.from_iterable(
                validator(value) for applies, validator in validators if applies(value)
            )

        return validate

    def _validators(
        self, schema: Schema
    ) -> Iterator[tuple[Callable[[Any], bool], Validator]]:
        if "$ref" in schema:
            yield _is_anything, self._reference(schema["$ref"])
        for applies, keywords in _FAMILIES:
            for name in schema.keys() & keywords.keys():
                yield applies, keywords[name](schema, self.compiled)

    def _reference(self, reference: str) -> Validator:
        """Return a validator that compiles the definition when it is first needed."""

        # Compiling it here would not end if the definition refers to itself.
        def validate(value: Any) -> Iterator[Violation]:
            if reference not in self._compiled:
                target = self._definitions[reference]
                self._compiled[reference] = self.compiled(target)
            return self._compiled[reference](value)

        return validate


def _accept(_: Any) -> Iterator[Violation]:
    return iter(())


def _refuse(_: Any) -> Iterator[Violation]:
    yield Violation((), "Input should be left out: no value is allowed here")
