# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 13d96920c8b1e8f35d1ee37b3ee95ac5
"""Typed clients for the models behind the RunComfy Model API.

    from runcomfy_models.kling.kling_3_0.standard import image_to_video

    with image_to_video.Client() as client:
        result = client.run(prompt="…", start_image_url="https://…")
    print(result.output.video)

`MODELS` maps every model_id to its module's name, `load(model_id)` imports it.
Importing this package imports no model, and neither httpx nor pydantic.
"""

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from ._models import MODELS
    from ._runtime._async.account import AsyncRunComfy
    from ._runtime._async.request import AsyncRequest
    from ._runtime._async.result import AsyncResult
    from ._runtime._sync.account import RunComfy
    from ._runtime._sync.request import Request
    from ._runtime._sync.result import Result
    from ._runtime.errors import (
        AuthenticationError,
        ConnectionFailed,
        DownloadError,
        InsufficientBalanceError,
        InvalidInputError,
        JobCancelled,
        JobFailed,
        NotFoundError,
        PermissionDeniedError,
        Problem,
        RateLimitError,
        ResponseError,
        RunComfyError,
        ServerError,
        SubmissionUnknown,
        WaitTimeout,
    )
    from ._runtime.jobs.cancelling import CancelOutcome
    from ._runtime.media.sources import Media
    from ._runtime.models.not_given import NOT_GIVEN, NotGiven
    from ._runtime.options import Options
    from ._runtime.status import RequestStatus

__all__ = [
    "MODELS",
    "NOT_GIVEN",
    "AsyncRequest",
    "AsyncResult",
    "AsyncRunComfy",
    "AuthenticationError",
    "CancelOutcome",
    "ConnectionFailed",
    "DownloadError",
    "InsufficientBalanceError",
    "InvalidInputError",
    "JobCancelled",
    "JobFailed",
    "Media",
    "NotFoundError",
    "NotGiven",
    "Options",
    "PermissionDeniedError",
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
    "load",
]

_HOMES = {
    "MODELS": "._models",
    "NOT_GIVEN": "._runtime.models.not_given",
    "AsyncRequest": "._runtime._async.request",
    "AsyncResult": "._runtime._async.result",
    "AsyncRunComfy": "._runtime._async.account",
    "CancelOutcome": "._runtime.jobs.cancelling",
    "Media": "._runtime.media.sources",
    "NotGiven": "._runtime.models.not_given",
    "Options": "._runtime.options",
    "Request": "._runtime._sync.request",
    "RequestStatus": "._runtime.status",
    "Result": "._runtime._sync.result",
    "RunComfy": "._runtime._sync.account",
}
"""Where a name is, if it is not an error: all are imported when first asked for."""


def load(model_id: str) -> "ModuleType":
    """The module of a model, imported: `load("kling/kling-3.0/standard/image-to-video")`.

    Raises `LookupError` for an id that is not in `MODELS`, naming the closest that are, and
    `TypeError` for what is no text.
    """
    from ._models import MODELS

    if _text(model_id) not in MODELS:
        raise LookupError(_unknown(model_id, list(MODELS)))
    return import_module(MODELS[model_id])


def _text(model_id: object) -> str:
    if not isinstance(model_id, str):
        raise TypeError(f"a model_id is a str, not {type(model_id).__name__}")
    return model_id


def _unknown(model_id: str, known: list[str]) -> str:
    close = _closest(model_id, known)
    hint = f"; close to it: {', '.join(close)}" if close else ""
    return f"no model {model_id!r} among the {len(known)} known{hint}"


def _closest(model_id: str, known: list[str]) -> list[str]:
    """Ids that hold the words of `model_id`, in any case and spelling, then similar ones."""
    import re
    from difflib import get_close_matches

    def words(text: str) -> str:
        return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")

    wanted = words(model_id)
    spelled = {name: words(name) for name in known}
    holding = [name for name in known if wanted and wanted in spelled[name]]
    similar = get_close_matches(wanted, spelled.values(), cutoff=0.4)
    like = (name for text in similar for name in known if spelled[name] == text)
    return list(dict.fromkeys([*sorted(holding, key=len), *like]))[:5]


def __getattr__(name: str) -> object:
    """Import `name` of `__all__` when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(
        import_module(_HOMES.get(name, "._runtime.errors"), __name__), name
    )
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, imported or not."""
    return __all__
