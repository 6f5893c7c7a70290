# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 22dd671532b57bdd55bd0203c12bd75c
"""The model of a row: its classes, from its module or its id."""

from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import Any

from .._async.client import AsyncModelClient
from ..models.inputs import InputModel
from ..models.texts import types_by_name
from ..pricing import Pricing

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
        untyped_client: Any = (
            self.client
        )  # mypy refuses `input_type` of a generic class
        input_type: type[InputModel] = untyped_client.input_type
        return input_type

    @cached_property
    def input_names(self) -> frozenset[str]:
        """The names of its inputs, as they are sent."""
        return frozenset(types_by_name(self.input_type))

    @property
    def pricing(self) -> Pricing:
        """The model's price."""
        return Pricing(self.client.info, self.client.price_factors)


def batch_model(model: Model) -> BatchModel:
    """Return the model that a module or an id names. Raises `LookupError` for an unknown id."""
    if isinstance(model, str):
        from runcomfy_models import load

        model = load(model)
    client: Any = getattr(model, "AsyncClient", None)
    if not _is_client(client):
        raise TypeError(
            f"{model!r} is not a model: give a model's module, such as image_to_video, or its id"
        )
    return BatchModel(client.model_id, client)


def _is_client(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, AsyncModelClient)
