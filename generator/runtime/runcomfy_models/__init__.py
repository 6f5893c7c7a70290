"""Typed clients for the models behind the RunComfy Model API.

    from runcomfy_models.kling.kling_3_0.standard import image_to_video

    with image_to_video.Client() as client:
        result = client.run(prompt="…", start_image_url="https://…")
    print(result.output.video)

`MODELS` maps each model_id to the name of its module, `load(model_id)` imports it, and
`find("lip sync video")` finds models by words.
Importing this package imports no model, and neither httpx nor pydantic.
"""

from importlib import import_module

__version__ = "0.1.0"

# False, without importing `typing`. jedi would skip the names below if it read `False`.
TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from types import ModuleType

    from ._models import MODELS
    from ._runtime._async.account import AsyncRunComfy
    from ._runtime._async.request import AsyncRequest
    from ._runtime._async.result import AsyncResult
    from ._runtime._sync.account import RunComfy
    from ._runtime._sync.request import Request
    from ._runtime._sync.result import Result
    from ._runtime.balance import Balance
    from ._runtime.errors import (
        AuthenticationError,
        ConnectionFailed,
        DownloadError,
        InsufficientBalanceError,
        InvalidInputError,
        JobCancelled,
        JobFailed,
        JournalError,
        KeyConflict,
        NotFoundError,
        OverBudget,
        PermissionDeniedError,
        PriceTooHigh,
        Problem,
        RateLimitError,
        ResponseError,
        RunComfyError,
        ServerError,
        SubmissionUnknown,
        WaitTimeout,
    )
    from ._runtime.info import ModelInfo
    from ._runtime.jobs.cancelling import CancelOutcome
    from ._runtime.media.sources import Media
    from ._runtime.models.not_given import NOT_GIVEN, NotGiven
    from ._runtime.options import Options
    from ._runtime.pricing import Price
    from ._runtime.status import RequestStatus

__all__ = [
    "MODELS",
    "NOT_GIVEN",
    "AsyncRequest",
    "AsyncResult",
    "AsyncRunComfy",
    "AuthenticationError",
    "Balance",
    "CancelOutcome",
    "ConnectionFailed",
    "DownloadError",
    "InsufficientBalanceError",
    "InvalidInputError",
    "JobCancelled",
    "JobFailed",
    "JournalError",
    "KeyConflict",
    "Media",
    "ModelInfo",
    "NotFoundError",
    "NotGiven",
    "Options",
    "OverBudget",
    "PermissionDeniedError",
    "Price",
    "PriceTooHigh",
    "Problem",
    "RateLimitError",
    "Request",
    "RequestStatus",
    "ResponseError",
    "Result",
    "RunComfy",
    "RunComfyError",
    "ServerError",
    "SubmissionUnknown",
    "WaitTimeout",
    "find",
    "load",
    "prepare",
]

_HOMES = {
    "MODELS": "._models",
    "NOT_GIVEN": "._runtime.models.not_given",
    "AsyncRequest": "._runtime._async.request",
    "AsyncResult": "._runtime._async.result",
    "AsyncRunComfy": "._runtime._async.account",
    "Balance": "._runtime.balance",
    "CancelOutcome": "._runtime.jobs.cancelling",
    "Media": "._runtime.media.sources",
    "ModelInfo": "._runtime.info",
    "NotGiven": "._runtime.models.not_given",
    "Options": "._runtime.options",
    "Price": "._runtime.pricing",
    "Request": "._runtime._sync.request",
    "RequestStatus": "._runtime.status",
    "Result": "._runtime._sync.result",
    "RunComfy": "._runtime._sync.account",
}
"""Public name: the module that defines it. All others are errors, in `_runtime.errors`."""


def load(model_id: str) -> "ModuleType":
    """Import and return a model's module: `load("kling/kling-3.0/standard/image-to-video")`.

    An id that the model had before gives the module of the new one, with a
    `DeprecationWarning` that names it. Raises `LookupError` for an id that is not in `MODELS`,
    and names similar ones, or the day on which it was removed. Raises `TypeError` if `model_id`
    is not a string.
    """
    from ._models import GONE, MODELS, RENAMED

    _check_is_string("model_id", model_id)
    if model_id not in MODELS:
        from ._runtime.model_ids import ModelIds

        model_id = ModelIds(MODELS, RENAMED, GONE).current(model_id)
    return import_module(MODELS[model_id])


def find(text: str, limit: int | None = None) -> "list[ModelInfo]":
    """Find models by words: `find("lip sync video")`. No model is imported.

    Args:
        text: Words of a name, a category or a description, in any order, also misspelt.
            Without words, all models are found.
        limit: The most models to return; None for all that match.

    Returns:
        Facts about each model, the best match first; `str(info)` is its model_id.

    Raises:
        TypeError: `text` is not a string.
    """
    from ._catalog import INFOS, WORDS
    from ._runtime.search import search

    _check_is_string("text", text)
    return search(text, limit, INFOS, WORDS)


def prepare(*models: "str | ModuleType") -> None:
    """Import and build now what calls and `models` would need at first use.

    For servers that fork workers (gunicorn, Celery, multiprocessing): call it before they
    do. A fork while a thread imports something leaves the child unable to import it.

    Args:
        models: model_ids, or the models' modules.

    Raises:
        LookupError: A model_id that is not in `MODELS`.
        TypeError: Something else than a model_id or a model's module.
    """
    from ._runtime.preparing import prepare_calls, prepare_model

    prepare_calls()
    for model in models:
        prepare_model(load(model) if isinstance(model, str) else model)


def _check_is_string(name: str, value: object) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{name} has to be a str, not {type(value).__name__}")


def __getattr__(name: str) -> object:
    """Import a public name when it is first used."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = import_module(_HOMES.get(name, "._runtime.errors"), __name__)
    value: object = getattr(home, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, imported or not."""
    return __all__
