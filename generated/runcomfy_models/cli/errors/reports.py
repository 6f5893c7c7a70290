# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 929fd096414463349db3987c0aa70957
"""The table of errors, their reports and their exit statuses."""

import re
import traceback
from typing import Any

import click

from runcomfy_models._runtime import errors
from runcomfy_models._runtime.errors import RunComfyError
from runcomfy_models._runtime.plain_messages import plain_message

from ..journals import journal_option
from ..output.pasting import shell_word
from ..output.printing import print_json, print_to_stderr
from .command_errors import StillGoing
from .exit_codes import ExitCode
from .signals import interrupted_status
from .stages import Stage

EXIT_CODES: dict[type[BaseException], ExitCode] = {
    errors.InvalidInputError: ExitCode.WRONG_INPUT,
    errors.KeyConflict: ExitCode.WRONG_INPUT,
    errors.NotFoundError: ExitCode.WRONG_INPUT,
    errors.JournalError: ExitCode.WRONG_INPUT,
    OSError: ExitCode.WRONG_INPUT,
    errors.JobFailed: ExitCode.JOB_FAILED,
    errors.JobCancelled: ExitCode.JOB_FAILED,
    errors.ResponseError: ExitCode.JOB_FAILED,
    errors.WaitTimeout: ExitCode.STILL_GOING,
    errors.DownloadError: ExitCode.STILL_GOING,
    errors.SubmissionUnknown: ExitCode.UNKNOWN,
    RunComfyError: ExitCode.REFUSED,
}
"""Error: the exit status. A subclass comes before its base."""

JOB_GOES_ON = (
    errors.ConnectionFailed,
    errors.ServerError,
    errors.RateLimitError,
    errors.JournalError,
)
"""Errors after which a job that has an id goes on."""

_FACTS = (
    *("model_id", "key", "http_status", "error_code", "server_message", "retry_after"),
    *("digest", "sent_at", "possible_request_ids", "body", "raw", "url", "paths"),
)
"""Attributes of errors that `--json` shows."""


_COMMAND = re.compile(r"runcomfy-models (settle|status) ('[^']*'|\"[^\"]*\"|\S+)")
"""A command in a message, for which the job has to be in the same journal."""


def report(
    error: BaseException, stage: Stage | None = None, *, as_json: bool = False
) -> int:
    """Print the error that ended a command to standard error; return its exit status.

    With `as_json`, also print an object to standard output: `error` (`type`, `message` and other
    facts), `exit_code`, `request_id` and `key`.
    """
    stage = stage or Stage()
    request_id = stage.request_id or getattr(error, "request_id", None)
    code = exit_code(error, stage, request_id)
    request_id = request_id or stage.followed_id
    message = _message(error, stage, request_id)
    print_to_stderr(f"{_head(error)}: {message}")
    if step := _next_step(error, code, request_id, stage):
        print_to_stderr(step)
    if not _is_known(error):  # a bug of this package
        traceback.print_exception(error)
    if as_json:
        facts = {"type": type(error).__name__, "message": message, **_facts(error)}
        job = {"request_id": request_id, "key": stage.key}
        print_json({"error": facts, "exit_code": code, **job})
    return code


def exit_code(error: BaseException, stage: Stage, request_id: str | None) -> int:
    """Return the exit status that `error` stands for; `request_id` is that of its job."""
    if isinstance(error, click.ClickException):
        return error.exit_code
    is_lost = stage.is_paying and request_id is None
    if _is_interruption(error):
        return ExitCode.UNKNOWN if is_lost else interrupted_status(error)
    code = next((EXIT_CODES[cls] for cls in EXIT_CODES if isinstance(error, cls)), None)
    if isinstance(error, errors.ResponseError) and request_id is None:
        code = ExitCode.REFUSED  # no job was queued
    if code is None or isinstance(error, OSError):  # a bug, or an error of this machine
        code = ExitCode.UNKNOWN if is_lost else ExitCode.WRONG_INPUT
    goes_on = stage.request_id or (request_id and isinstance(error, JOB_GOES_ON))
    is_refusal = code in (ExitCode.WRONG_INPUT, ExitCode.REFUSED)
    return ExitCode.STILL_GOING if is_refusal and goes_on else code


def _next_step(
    error: BaseException, code: int, request_id: str | None, stage: Stage
) -> str:
    """Return what to do next; empty if the message says it."""
    if code == ExitCode.UNKNOWN:
        return _look_for_unknown(stage)
    if code != ExitCode.STILL_GOING or request_id is None:
        return ""
    job = f"{request_id}{journal_option(stage.journal)}"
    if isinstance(error, errors.DownloadError):
        return f"the job is done; for its files: runcomfy-models download {job}"
    return f"follow it: runcomfy-models wait {job}"


def _look_for_unknown(stage: Stage) -> str:
    """Return how to find the jobs that are unknown."""
    command = f"runcomfy-models history --unknown{journal_option(stage.journal)}"
    if stage.is_batch:
        return f"look for the unknown jobs: {command}"
    if stage.key is None:  # without a journal
        return "never run it again without looking for it in the account's history"
    return f"never run it again without looking: {command} (its key is {shell_word(stage.key)})"


def _head(error: BaseException) -> str:
    """Return the word before a message."""
    if _is_interruption(error):
        return "interrupted"
    return "still going" if isinstance(error, StillGoing) else "error"


def _is_interruption(error: BaseException) -> bool:
    return isinstance(error, KeyboardInterrupt | click.Abort)


def _is_known(error: BaseException) -> bool:
    """Whether `error` is expected, rather than a bug of this package."""
    expected = (*EXIT_CODES, click.ClickException)
    return _is_interruption(error) or isinstance(error, expected)


def _message(error: BaseException, stage: Stage, request_id: str | None) -> str:
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}"
    if text := plain_message(str(error)):
        option = journal_option(stage.journal)
        return _with_key(_COMMAND.sub(lambda found: found[0] + option, text), stage.key)
    if stage.interruption_text:
        return stage.interruption_text
    if request_id is not None:
        return f"request {request_id}: the job {_state(stage)}"
    is_lost = stage.is_paying
    return "it is unknown whether the job was queued" if is_lost else "nothing was sent"


def _with_key(text: str, key: str | None) -> str:
    """Return a message in which a shell takes the key, which has Python's escapes otherwise."""
    if key is None or repr(key) == f"'{key}'":
        return text
    return text.replace(repr(key), shell_word(key))


def _state(stage: Stage) -> str:
    """Return what became of the job of an interrupted command."""
    if stage.has_ended:
        return "is done, and its files are missing"
    return "goes on" if stage.request_id else "was left as it is"


def _problem(problem: errors.Problem) -> dict[str, Any]:
    value = problem.value
    return {**vars(problem), "value": None if value is None else plain_message(value)}


def _facts(error: BaseException) -> dict[str, Any]:
    """Return the known facts of an error, as JSON."""
    values = {name: getattr(error, name, None) for name in _FACTS}
    facts = {name: value for name, value in values.items() if value}
    if problems := getattr(error, "problems", ()):
        facts["problems"] = [_problem(problem) for problem in problems]
    return facts
