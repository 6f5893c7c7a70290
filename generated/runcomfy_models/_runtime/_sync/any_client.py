# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 12b61464937fdc06c82299c07528f17d
"""The client of any model, and that of a model which this package does not have."""

from typing import Any

from ..models.inputs import InputModel
from ..models.outputs import OutputModel
from .client import ModelClient

AnyClient = ModelClient[Any, Any]


def input_type_of(client: type[AnyClient]) -> type[InputModel]:
    """Return the class of a client's inputs."""
    untyped_client: Any = client  # mypy refuses `input_type` of a generic class
    input_type: type[InputModel] = untyped_client.input_type
    return input_type


def output_type_of(client: type[AnyClient]) -> type[OutputModel]:
    """Return the class of a client's outputs."""
    untyped_client: Any = client  # mypy refuses `output_type` of a generic class
    output_type: type[OutputModel] = untyped_client.output_type
    return output_type


def unknown_model_client(model_id: str = "unknown") -> type[AnyClient]:
    """Return a client for jobs of `model_id`, which takes any output.

    Another version of the package may have paid for the job.
    """
    types = {"input_type": InputModel, "output_type": OutputModel}
    client: Any = type(
        "UnknownModelClient", (ModelClient,), {"model_id": model_id, **types}
    )
    unknown: type[AnyClient] = client
    return unknown
