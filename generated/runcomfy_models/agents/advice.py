# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 775051773eccc831595847dc601bb982
"""The table of errors, with the advice for an agent after each."""

from .._runtime import errors
from .._runtime.errors import RunComfyError
from .consent import CannotAsk, NotAgreed
from .folders import NotAllowed

NEXT: dict[type[BaseException], str] = {
    errors.InvalidInputError: (
        "Correct what it names, and call again; describe_model says what a model takes."
    ),
    errors.PriceTooHigh: "Choose inputs or a model that cost less (price), or tell the user.",
    errors.OverBudget: "Tell the user what is left and what it would cost; do not run it.",
    errors.KeyConflict: "Give another key: this one stands for another job.",
    errors.SubmissionUnknown: (
        "NEVER run it again: it may have been paid for. Tell the user to look for it in the "
        "account's history, and then: runcomfy-models history --unknown"
    ),
    errors.AuthenticationError: "Tell the user to log in: runcomfy-models login",
    errors.InsufficientBalanceError: "Tell the user that the account has no balance left.",
    errors.NotFoundError: "Check the id; find_models lists the models.",
    errors.RateLimitError: "Wait, then repeat this call with the same key.",
    errors.ConnectionFailed: "Wait, then repeat this call with the same key.",
    errors.ServerError: "Wait, then repeat this call with the same key.",
    errors.WaitTimeout: "Wait, then repeat this call.",
    errors.JobFailed: "Change the inputs, and run it with a new key if the user wants that.",
    errors.JobCancelled: "Run it with a new key if the user wants that.",
    errors.DownloadError: "Repeat this call: what has arrived is kept.",
    CannotAsk: (
        "Tell the user what it would cost (price), and that the server has to be started with "
        "--yes; or to run it by hand: runcomfy-models run"
    ),
    NotAgreed: "Do not run it again unless the user asks for it.",
    NotAllowed: "Give a path in an allowed folder, or tell the user.",
}
"""Error: the advice. A subclass comes before its base."""

DEFAULT = "Tell the user."


def advice(error: BaseException) -> str:
    """Return what to do after `error`."""
    matching = (text for cls, text in NEXT.items() if isinstance(error, cls))
    return next(matching, DEFAULT)


def error_answer(error: Exception, message: str) -> dict[str, object]:
    """Return the answer about an error, with `message` as its text."""
    if isinstance(error, errors.InvalidInputError) and error.problems:
        message = message.partition("\n")[0].rstrip(":")
    facts: dict[str, object] = {
        "error": {"type": type(error).__name__, "message": message},
        "next": advice(error),
    }
    if isinstance(error, errors.InvalidInputError) and error.problems:
        facts["problems"] = [
            {"input": problem.path, "message": problem.message}
            for problem in error.problems
        ]
    if isinstance(error, RunComfyError) and error.retry_after is not None:
        facts["wait_seconds"] = error.retry_after
    if request_id := getattr(error, "request_id", None):
        facts["request_id"] = request_id
    return facts
