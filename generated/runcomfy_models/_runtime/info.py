# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 5696053984c109cd6614e664c77f5b67
"""Facts about a model beside its schema: names, links, the catalog's price."""

from dataclasses import dataclass
from decimal import Decimal

from .public import public


@public
@dataclass(frozen=True)
class ModelInfo:
    """Facts about a model, as the model catalog states them; None where it says nothing."""

    model_id: str
    display_name: str | None = None
    description: str | None = None
    categories: tuple[str, ...] | None = None
    """Such as `image-to-video`."""
    kind: str | None = None
    """`model`, `workflow` or `inference`."""
    docs_url: str | None = None
    price: Decimal | None = None
    """US dollars for one `price_unit`; None if it is not known, which does not mean zero."""
    price_unit: str | None = None
    """The unit of the price in the catalog's words: `output`, `second` …; for others, the price
    of a job is not known."""
    pricing_note: str | None = None
    """The catalog's note on the price, for people."""

    def __str__(self) -> str:
        """Return the model_id."""
        return self.model_id
