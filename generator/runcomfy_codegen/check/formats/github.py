"""Format the result as GitHub workflow commands, which appear as annotations of files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from runcomfy_codegen.check.result import CheckResult
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity
from runcomfy_codegen.reading.json_spans import line_of
from runcomfy_codegen.reading.json_text import InvalidJsonError, parse

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(result: CheckResult) -> str:
    """Return an `::error` line per cause, naming all files that it affects, or a notice."""
    lines = [*map(_diagnostic, result.diagnostics), *_outcome(result), *_causes(result)]
    return "".join(f"{line}\n" for line in lines)


def _outcome(result: CheckResult) -> Iterator[str]:
    if result.failure:
        yield command("error", result.failure, title="could not check")
    elif not result.files:
        yield command("notice", f"{result.out} is up to date: {result.models} models")


def _causes(result: CheckResult) -> Iterator[str]:
    # One annotation per line of a schema, however many files it affects.
    messages_of: dict[tuple[str, int], list[str]] = {}
    for file in result.files:
        for cause in file.causes:
            message = f"{file.path} is {file.state}: {cause.message}"
            messages_of.setdefault((cause.file, cause.line), []).append(message)
    for (name, line), messages in messages_of.items():
        text = "\n".join([*dict.fromkeys(messages), f"fix it: {result.advice}"])
        yield command("error", text, file=name, line=line, title="generated files differ")


def _diagnostic(diagnostic: Diagnostic) -> str:
    hint = f" (hint: {diagnostic.hint})" if diagnostic.hint else ""
    return command(
        _LEVELS[diagnostic.severity],
        diagnostic.message + hint,
        file=diagnostic.file,
        line=_line(diagnostic),
        title=diagnostic.code,
    )


def _line(diagnostic: Diagnostic) -> int:
    """Return the line that a diagnostic is about, or 1 if it is not known."""
    if diagnostic.line:
        return diagnostic.line
    try:
        text = Path(diagnostic.file).read_text(encoding="utf-8-sig")
        parse(text)
    except (OSError, UnicodeDecodeError, InvalidJsonError):
        return 1
    return line_of(text, diagnostic.pointer)


def command(level: str, message: str, **properties: str | int) -> str:
    """Return a workflow command; `message` and `properties` are escaped, so cannot end it.

    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    head = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level}{' ' if head else ''}{head}::{_data(message)}"


def _data(value: object) -> str:
    return str(value).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
