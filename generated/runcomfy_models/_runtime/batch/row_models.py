# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 3f0c49347ad8e53389ff63aadb825b84
"""The model of a row: its classes, from its module or its id."""

from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import Any

from .._async.client import AsyncModelClient
from ..models.inputs import InputModel
from ..models.outputs import OutputModel
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


def client_of(model_id: str) -> type[AnyClient]:
    """Return the client for a job in a journal; of an unknown model, one that takes any output.

    Another version of the package may have paid for the job.
    """
    try:
        return batch_model(model_id).client
    except LookupError:
        members = {"model_id": model_id, "output_type": OutputModel}
        client: Any = type("UnknownModelClient", (AsyncModelClient,), members)
        of_any_output: type[AnyClient] = client
        return of_any_output


def _is_client(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, AsyncModelClient)
