"""The simulated service's prices: from its catalog, or set by a test.

The catalog is read from the raw files, independently of generated modules, so that tests can
find wrong estimates of a client.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .._runtime.json_value import is_array, is_number, is_object
from .maintainer_files import pointer_steps, read_toml
from .raw_schemas import RawSchemas
from .references import References, with_definitions
from .simulated_job import DEFAULT_PRICE, Dollars, exact

SECONDS = (
    "duration",
    "duration_seconds",
    "duration_in_seconds",
    "video_duration",
    "video_length",
    "audio_duration",
    "audio_length",
    "seconds",
    "seconds_total",
    "length_in_seconds",
    "length_seconds",
)
"""Inputs that say how long an output is; the first one that a model has counts."""

OUTPUTS = (
    "num_images",
    "num_videos",
    "num_outputs",
    "num_samples",
    "number_of_images",
    "number_of_videos",
    "number_of_outputs",
    "image_count",
    "max_images",
    "batch_size",
    "n",
)
"""Inputs that say how many outputs there are; the first one that a model has counts."""

NUMERIC_TYPES = ("integer", "number", "float")
"""Types whose values are numbers; the docs write `float` for `number`."""

_NUMBER = re.compile(r"(\d+(?:\.\d+)?) ?(?:s|secs?|seconds?)?", re.IGNORECASE)
"""The texts that are numbers: `5`, `5s`, `10 seconds`."""

UNKNOWN_SECONDS = 5
"""Seconds that an output lasts if the inputs do not say."""


@dataclass(frozen=True)
class ListPrice:
    """A model's price: US dollars for each `output` or each `second`."""

    amount: Dollars
    per: str = "output"


class PriceList:
    """The prices of all models; a test sets some by `prices["some/model"] = ListPrice(0.1)`."""

    def __init__(self, schemas: RawSchemas) -> None:
        """Take prices from the catalog's files in the folder of `schemas`."""
        self._schemas = schemas
        self._set_by_test: dict[str, ListPrice | None] = {}

    def __setitem__(self, model_id: str, price: ListPrice | None) -> None:
        """Set the price of a model; None means that there is none in the catalog."""
        self._set_by_test[model_id] = price

    def __getitem__(self, model_id: str) -> ListPrice | None:
        """Return the price of a model: set by a test, from its catalog, or `DEFAULT_PRICE`."""
        if model_id in self._set_by_test:
            return self._set_by_test[model_id]
        facts = self._schemas.catalog(model_id)
        amount, unit = facts.get("base_price_usd"), facts.get("price_unit")
        if not isinstance(amount, int | float) or not isinstance(unit, str):
            return ListPrice(DEFAULT_PRICE)
        return ListPrice(amount, unit)

    def charge(self, model_id: str, inputs: Mapping[str, Any]) -> Decimal | None:
        """Return the US dollars for a job with `inputs`; None for a model without a price."""
        price = self[model_id]
        if price is None:
            return None
        properties = _properties(self._schemas.input(model_id))
        amount = exact(price.amount) * _count(OUTPUTS, properties, inputs, 1)
        if price.per == "second":
            amount *= _count(SECONDS, properties, inputs, UNKNOWN_SECONDS)
        for factor in self._factors(model_id, properties, inputs):
            amount *= factor
        return amount

    def _factors(
        self, model_id: str, properties: Mapping[str, Any], inputs: Mapping[str, Any]
    ) -> Iterator[Decimal]:
        """Yield the factors that a maintainer has recorded for values of some inputs."""
        overrides = read_toml(self._schemas.folder / "overrides.toml")
        for place, entry in overrides.get(model_id, {}).get("price", {}).items():
            value = _value(pointer_steps(place)[-1], properties, inputs)
            key = value if isinstance(value, str) else str(value).lower()
            yield exact(entry["times"].get(key, 1))


def _properties(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return what is said of each property, references followed."""
    properties, references = (
        schema.get("properties", {}),
        References(with_definitions(schema)),
    )
    return {name: _whole(about, references) for name, about in properties.items()}


def _whole(schema: Any, references: References) -> dict[str, Any]:
    """Return the keywords of a schema, and those of what applies together with it.

    The latter are references, members of `allOf`, and the member beside null of a union.
    """
    if not is_object(schema):
        return {}
    members = [
        member for member in schema.get("anyOf", ()) if member != {"type": "null"}
    ]
    alone = members if len(members) == 1 else []
    referenced = [references.target(schema["$ref"])] if "$ref" in schema else []
    whole: dict[str, Any] = {}
    for part in (*referenced, *schema.get("allOf", ()), *alone):
        whole |= _whole(part, references)
    return whole | schema


def _count(
    names: tuple[str, ...],
    properties: Mapping[str, Any],
    inputs: Mapping[str, Any],
    unknown: int,
) -> Decimal:
    """Return the number in the first of `names` that has numbers; else `unknown`."""
    for name in names:
        if _has_numbers(properties.get(name, {})):
            return _number(_value(name, properties, inputs)) or Decimal(unknown)
    return Decimal(unknown)


def _has_numbers(schema: Mapping[str, Any]) -> bool:
    """Whether a property is a number, or lists some."""
    if "enum" in schema:
        return any(map(_number, schema["enum"]))
    types = schema.get("type")
    return any(
        name in NUMERIC_TYPES for name in (types if is_array(types) else [types])
    )


def _number(value: Any) -> Decimal | None:
    """Return a number above 0, or the one in a text such as `10 seconds`."""
    if isinstance(value, str):
        match = _NUMBER.fullmatch(value.strip())
        return Decimal(match[1]) or None if match else None
    return exact(value) if is_number(value) and value > 0 else None


def _value(name: str, properties: Mapping[str, Any], inputs: Mapping[str, Any]) -> Any:
    """Return an input, or what the service assumes: the page's default, else its least value."""
    if inputs.get(name) is not None:
        return inputs[name]
    schema = properties.get(name, {})
    listed = (value for value in schema.get("enum", ()) if value is not None)
    candidates = (
        schema.get("default"),
        next(listed, None),
        schema.get("minimum"),
        schema.get("exclusiveMinimum"),
    )
    return next((value for value in candidates if value is not None), None)
