# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 86ea94ec8415ed64fbc1208655c2f8a5
"""The client of a model, whose module is imported; or one of any model, which knows none."""

from typing import Any, cast

import runcomfy_models
from runcomfy_models._runtime._sync.client import ModelClient
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.outputs import OutputModel

AnyClient = ModelClient[Any, Any]


class UnknownModelClient(ModelClient[InputModel, OutputModel]):
    """Follows a job of which only the id is known."""

    model_id = "unknown"
    input_type = InputModel
    output_type = OutputModel


def input_type_of(client: type[AnyClient]) -> type[InputModel]:
    """Return the class of a client's inputs."""
    kind: Any = client
    input_type: type[InputModel] = kind.input_type
    return input_type


def client_type(model_id: str | None) -> type[AnyClient]:
    """Return the client of a model; of any if it is not known, or not here any more."""
    if model_id is None or model_id not in runcomfy_models.MODELS:
        return UnknownModelClient
    module: Any = runcomfy_models.load(model_id)
    return cast("type[AnyClient]", module.Client)
