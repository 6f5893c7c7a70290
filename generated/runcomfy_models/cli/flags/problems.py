# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 9a4b2c0fc38918ae725994fd6a082b33
"""Report problems of inputs by the flags of the command line: `--duration: Input should …`."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager

from runcomfy_models._runtime.errors import InvalidInputError, Problem
from runcomfy_models._runtime.plain_messages import plain_message
from runcomfy_models._runtime.suggesting import similar_hint

from .gathering import GatheredInputs
from .index import Flags


@contextmanager
def reported_by_flag(gathered: GatheredInputs, flags: Flags) -> Generator[None]:
    """Let the message of an `InvalidInputError` name the flags of the command line."""
    try:
        yield
    except InvalidInputError as error:
        if not error.problems:
            raise
        raise _reported(error, gathered.labels, flags) from None


def _reported(
    error: InvalidInputError, labels: Mapping[str, str], flags: Flags
) -> InvalidInputError:
    head = str(error).partition(":\n")[0]
    lines = [_line(problem, labels, flags) for problem in error.problems]
    invalid = InvalidInputError("\n".join([f"{head}:", *lines]))
    vars(invalid).update(vars(error))
    return invalid


def _line(problem: Problem, labels: Mapping[str, str], flags: Flags) -> str:
    label = ", ".join(_label(path, labels) for path in problem.path.split(", "))
    message = plain_message(problem.message)
    if problem.code == "extra_forbidden" and problem.path not in flags:
        message = f"the model has no such input{similar_hint(problem.path, flags)}"
    if problem.code == "media" and problem.value:
        message = plain_message(f"{problem.value} {message}")
    return f"  {label}: {message}" if label else f"  {message}"


def _label(path: str, labels: Mapping[str, str]) -> str:
    """Return `--multi-prompt[0].duration` for `multi_prompt[0].duration`."""
    names = [
        name
        for name in labels
        if path == name or path.startswith((f"{name}.", f"{name}["))
    ]
    if not names:
        return path
    name = max(names, key=len)
    return labels[name] + path[len(name) :]
