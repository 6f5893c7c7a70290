"""From a schema to a test of values: keyword by keyword, once."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from ...json_value import is_array, is_number, is_object
from . import arrays, logic, numbers, objects, strings, values
from .faults import Fault, Test
from .keyword import Build, Schema


def _is_string(value: Any) -> bool:
    return isinstance(value, str)


def _is_anything(_: Any) -> bool:
    return True


_FAMILIES: tuple[tuple[Callable[[Any], bool], dict[str, Build]], ...] = (
    (_is_anything, values.KEYWORDS),
    (is_number, numbers.KEYWORDS),
    (_is_string, strings.KEYWORDS),
    (is_array, arrays.KEYWORDS),
    (is_object, objects.KEYWORDS),
    (_is_anything, logic.KEYWORDS),
)
"""Which values the keywords of a module are about; they let all others pass."""


class Compiler:
    """Compiles schemas that share definitions, each of which may refer to itself."""

    def __init__(self, definitions: Schema) -> None:
        """`definitions` has the schema behind each `$ref`."""
        self._definitions = definitions
        self._compiled: dict[str, Test] = {}

    def compiled(self, schema: Any) -> Test:
        """The test of `schema`, which is an object, true or false."""
        if isinstance(schema, bool):
            return _nothing if schema else _never
        tests = list(self._tests(schema))

        def test(value: Any) -> Iterator[Fault]:
            """Chained, and not yielded on: that would cost a frame of the stack a level."""
            asked = (one(value) for concerns, one in tests if concerns(value))
            return chain.from_iterable(asked)

        return test

    def _tests(self, schema: Schema) -> Iterator[tuple[Callable[[Any], bool], Test]]:
        if "$ref" in schema:
            yield _is_anything, self._reference(schema["$ref"])
        for concerns, keywords in _FAMILIES:
            for name in schema.keys() & keywords.keys():
                yield concerns, keywords[name](schema, self.compiled)

    def _reference(self, reference: str) -> Test:
        """The test behind a `$ref`, compiled when it is first needed: it may be a circle."""

        def test(value: Any) -> Iterator[Fault]:
            if reference not in self._compiled:
                target = self._definitions[reference]
                self._compiled[reference] = self.compiled(target)
            return self._compiled[reference](value)

        return test


def _nothing(_: Any) -> Iterator[Fault]:
    return iter(())


def _never(_: Any) -> Iterator[Fault]:
    yield Fault((), "Input should be left out: no value is allowed here")
