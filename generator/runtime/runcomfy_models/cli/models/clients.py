"""Get the client of a model by its id, or one for jobs of unknown models."""

from typing import Any, cast

import runcomfy_models
from runcomfy_models._runtime._sync.any_client import AnyClient, unknown_model_client


def client_type(model_id: str | None) -> type[AnyClient]:
    """Return the client of a model; that of unknown models if this package does not have it."""
    if model_id is None or model_id not in runcomfy_models.MODELS:
        return unknown_model_client()
    module: Any = runcomfy_models.load(model_id)
    return cast("type[AnyClient]", module.Client)
