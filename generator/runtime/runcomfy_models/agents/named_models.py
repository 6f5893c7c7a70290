"""The models, as an agent names them."""

from .._runtime._async.any_client import unknown_model_client
from .._runtime.batch.loaded_models import LoadedModel, load_model
from .._runtime.errors import NotFoundError

UNKNOWN_MODEL = LoadedModel(unknown_model_client())
"""The model of a job that is in no journal."""


def model_of(model_id: str) -> LoadedModel:
    """Return a model. Raises `NotFoundError`, which names similar ones."""
    try:
        return load_model(model_id)
    except LookupError as error:
        raise NotFoundError(str(error), model_id=model_id) from None
