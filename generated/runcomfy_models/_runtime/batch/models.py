# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 3eee8086ab8e3aa5f211ed9da360f008
"""The model of a row: its classes, however the user names it."""

from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any

from .._async.client import AsyncModelClient
from ..models.inputs import InputModel

if TYPE_CHECKING:
    from .._async.account import AsyncRunComfy

Model = str | ModuleType
"""A model_id, or a model's module."""

AnyClient = AsyncModelClient[Any, Any]


@dataclass(frozen=True)
class BatchModel:
    """A model of a batch."""

    model_id: str
    client: type[AnyClient]

    @property
    def input_type(self) -> type[InputModel]:
        """The class of its inputs."""
        kind: type[InputModel] = self.client.input_type
        return kind

    def most(self, account: "AsyncRunComfy", inputs: dict[str, Any]) -> "Price":
        """Return what a job with these inputs (wire names) may cost."""
        price = getattr(self.client(account), "price", None)
        if price is None:
            return Price()
        found = price(**inputs)
        return Price(found.low, found.high)


@dataclass(frozen=True)
class Price:
    """US dollars that a job costs at least and at most; None if that is not known."""

    low: Any = None
    high: Any = None


def batch_model(model: Model) -> BatchModel:
    """Return the model that is meant. Raises `LookupError` for an unknown model_id."""
    if isinstance(model, str):
        from runcomfy_models import load

        model = load(model)
    client = getattr(model, "AsyncClient", None)
    if not (isinstance(client, type) and issubclass(client, AsyncModelClient)):
        raise TypeError(
            f"{model!r} is no model: give a model's module, such as image_to_video, or its id"
        )
    return BatchModel(client.model_id, client)
