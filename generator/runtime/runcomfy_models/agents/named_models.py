"""The models, as an agent names them."""

from .._runtime._async.client import AsyncModelClient
from .._runtime.batch.row_models import BatchModel, batch_model
from .._runtime.errors import NotFoundError
from .._runtime.models.inputs import InputModel
from .._runtime.models.outputs import OutputModel


class _UnknownModel(AsyncModelClient[InputModel, OutputModel]):
    """Follows a job whose model is not known."""

    model_id = "unknown"
    input_type = InputModel
    output_type = OutputModel


UNKNOWN_MODEL = BatchModel(_UnknownModel.model_id, _UnknownModel)


def model_of(model_id: str) -> BatchModel:
    """Return a model. Raises `NotFoundError`, which names similar ones."""
    try:
        return batch_model(model_id)
    except LookupError as error:
        raise NotFoundError(str(error), model_id=model_id) from None
