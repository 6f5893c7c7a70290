# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: cdedc29b2bee551edb5ae3faad803ef9
"""Report problems of inputs by the flags of the command line: `--duration: Input should …`."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager

from runcomfy_models._runtime.errors import InvalidInputError, Problem

from ..output.wording import for_the_shell
from ..suggesting import did_you_mean
from .gathering import Given
from .index import Flags


@contextmanager
def named_as_given(given: Given, flags: Flags) -> Generator[None]:
    """Let what is wrong with the inputs name the flags of the command line."""
    try:
        yield
    except InvalidInputError as error:
        if not error.problems:
            raise
        raise _named(error, given.places, flags) from None


def _named(
    error: InvalidInputError, places: Mapping[str, str], flags: Flags
) -> InvalidInputError:
    head = str(error).partition(":\n")[0]
    lines = [_line(problem, places, flags) for problem in error.problems]
    invalid = InvalidInputError("\n".join([f"{head}:", *lines]))
    vars(invalid).update(vars(error))
    return invalid


def _line(problem: Problem, places: Mapping[str, str], flags: Flags) -> str:
    where = ", ".join(_place(path, places) for path in problem.path.split(", "))
    message = for_the_shell(problem.message)
    if problem.code == "extra_forbidden" and problem.path not in flags:
        message = f"the model has no such input{did_you_mean(problem.path, flags)}"
    if problem.code == "media" and problem.value:
        message = for_the_shell(f"{problem.value} {message}")
    return f"  {where}: {message}" if where else f"  {message}"


def _place(path: str, places: Mapping[str, str]) -> str:
    """Return `--multi-prompt[0].duration` for `multi_prompt[0].duration`."""
    names = [
        name
        for name in places
        if path == name or path.startswith((f"{name}.", f"{name}["))
    ]
    if not names:
        return path
    name = max(names, key=len)
    return places[name] + path[len(name) :]
