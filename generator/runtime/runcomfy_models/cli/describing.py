"""Facts about a model in a few words."""

from runcomfy_models._runtime.info import ModelInfo
from runcomfy_models._runtime.pricing import dollars


def price_of(info: ModelInfo) -> str:
    """Return the catalog's price: `$0.35 a second`; `unknown` if it has none."""
    if info.price is None:
        return "unknown"
    unit = f" a {info.price_unit}" if info.price_unit else ""
    return f"{dollars(info.price)}{unit}"
