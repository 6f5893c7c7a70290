"""The facts of a model as source text: its `INFO`, and the inputs that its price depends on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from runcomfy_codegen.planning.ir import AmountSpec, ChoiceSpec, FactorSpec, InfoSpec, ModelSpec
from runcomfy_codegen.rendering.literals import literal, literals


def info_arguments(info: InfoSpec) -> Iterator[str]:
    """Yield the arguments of a `ModelInfo`: the model_id, and what is known."""
    yield "MODEL_ID"
    for field in fields(info):
        value = getattr(info, field.name)
        if value is not None:
            yield f"{field.name}={_source(field.name, value)}"


def factor_sources(factors: tuple[FactorSpec, ...]) -> Iterator[str]:
    """Yield the source of each of `factors`."""
    for factor in factors:
        match factor:
            case AmountSpec(name, low, high):
                yield f"PriceAmount({literals((name, low, high))})"
            case ChoiceSpec(name, rows):
                yield f"PriceChoice({literals((name, rows))})"


def info_names(model: ModelSpec) -> Iterator[str]:
    """Yield the names that the facts of `model` import."""
    yield "ModelInfo"
    if model.info.price is not None:
        yield "Decimal"
    for factor in model.price_factors or ():
        yield "PriceAmount" if isinstance(factor, AmountSpec) else "PriceChoice"


def _source(name: str, value: str | tuple[str, ...]) -> str:
    if name == "price":
        return f"Decimal({literal(value)})"
    return literal(value)
