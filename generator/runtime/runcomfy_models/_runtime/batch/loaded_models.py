"""Models that are loaded by their module or their id, for batches and agents."""

from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import Any

from .._async.any_client import AnyClient, input_type_of, unknown_model_client
from .._async.client import AsyncModelClient
from ..models.inputs import InputModel
from ..models.texts import types_by_name
from ..pricing import Pricing

Model = str | ModuleType
"""A model_id, or a model's module."""


@dataclass(frozen=True)
class LoadedModel:
    """A model, by its asynchronous client."""

    client: type[AnyClient]

    @property
    def model_id(self) -> str:
        """The model's id."""
        return self.client.model_id

    @property
    def input_type(self) -> type[InputModel]:
        """The class of its inputs."""
        return input_type_of(self.client)

    @cached_property
    def input_names(self) -> frozenset[str]:
        """The names of its inputs, as they are sent."""
        return frozenset(types_by_name(self.input_type))

    @property
    def pricing(self) -> Pricing:
        """The model's price."""
        return Pricing(self.client.info, self.client.price_factors)


def load_model(model: Model) -> LoadedModel:
    """Return the model that a module or an id names. Raises `LookupError` for an unknown id."""
    if isinstance(model, str):
        from runcomfy_models import load

        model = load(model)
    client: Any = getattr(model, "AsyncClient", None)
    if not _is_client(client):
        raise TypeError(
            f"{model!r} is not a model: give a model's module, such as image_to_video, or its id"
        )
    return LoadedModel(client)


def client_of(model_id: str) -> type[AnyClient]:
    """Return the client for a job in a journal, whose model may be unknown here."""
    try:
        return load_model(model_id).client
    except LookupError:
        return unknown_model_client(model_id)


def _is_client(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, AsyncModelClient)
