# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 44de8a24f3df7794acec08e3607f8643
"""Get the client of a model by its id, or one for jobs of unknown models."""

from typing import Any, cast

import runcomfy_models
from runcomfy_models._runtime._sync.client import ModelClient
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.outputs import OutputModel

AnyClient = ModelClient[Any, Any]


class UnknownModelClient(ModelClient[InputModel, OutputModel]):
    """Follows a job whose model is not known."""

    model_id = "unknown"
    input_type = InputModel
    output_type = OutputModel


def input_type_of(client: type[AnyClient]) -> type[InputModel]:
    """Return the class of a client's inputs."""
    untyped_client: Any = client  # mypy refuses `input_type` of a generic class
    input_type: type[InputModel] = untyped_client.input_type
    return input_type


def client_type(model_id: str | None) -> type[AnyClient]:
    """Return the client of a model; that of unknown models if this package does not have it."""
    if model_id is None or model_id not in runcomfy_models.MODELS:
        return UnknownModelClient
    module: Any = runcomfy_models.load(model_id)
    return cast("type[AnyClient]", module.Client)
