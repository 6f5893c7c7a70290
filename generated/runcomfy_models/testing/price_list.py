# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 083effd06e3ec511bdce5dd7ec1b74fd
"""The simulated service's prices: from its catalog, or set by a test.

The catalog is read from the raw files, independently of generated modules, so that tests can
find wrong estimates of a client.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .._runtime.json_value import is_array, is_object
from .raw_schemas import RawSchemas
from .simulated_job import DEFAULT_PRICE, Dollars, exact

SECONDS = ("duration", "video_duration", "audio_duration", "seconds", "video_length")
"""Inputs that say how long an output is; the first one that a model has counts."""

OUTPUTS = ("num_images", "num_videos", "num_outputs", "num_samples", "batch_size", "n")
"""Inputs that say how many outputs there are; the first one that a model has counts."""

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
        self._overrides: dict[str, ListPrice | None] = {}

    def __setitem__(self, model_id: str, price: ListPrice | None) -> None:
        """Set the price of a model; None means that there is none in the catalog."""
        self._overrides[model_id] = price

    def __getitem__(self, model_id: str) -> ListPrice | None:
        """Return the price of a model: set by a test, from its catalog, or `DEFAULT_PRICE`."""
        if model_id in self._overrides:
            return self._overrides[model_id]
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
        properties = self._schemas.input(model_id).get("properties", {})
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
        path = self._schemas.folder / "overrides.toml"
        overrides = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
        for pointer, entry in overrides.get(model_id, {}).get("price", {}).items():
            value = _value(pointer.rpartition("/")[2], properties, inputs)
            key = value if isinstance(value, str) else str(value).lower()
            yield exact(entry["times"].get(key, 1))


def _count(
    names: tuple[str, ...],
    properties: Mapping[str, Any],
    inputs: Mapping[str, Any],
    unknown: int,
) -> Decimal:
    """Return the number in the first of `names` that is a property; else `unknown`."""
    values = (_value(name, properties, inputs) for name in names if name in properties)
    text = str(next(values, None)).removesuffix("s").strip()
    is_number = text.replace(".", "", 1).isdecimal()
    return Decimal(text) if is_number and Decimal(text) else Decimal(unknown)


def _value(name: str, properties: Mapping[str, Any], inputs: Mapping[str, Any]) -> Any:
    """Return an input, or what the service assumes: the page's default, else its least value."""
    schema: Any = properties.get(name)
    if inputs.get(name) is not None or not is_object(schema):
        return inputs.get(name)
    listed: Any = schema.get("enum")
    least = listed[0] if is_array(listed) and listed else schema.get("minimum")
    return schema.get("default", least)
