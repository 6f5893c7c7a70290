"""The outcome as workflow commands: GitHub shows each as an annotation at its file and line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from runcomfy_codegen.check.outcome import Checked
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity
from runcomfy_codegen.reading.json_spans import line_of
from runcomfy_codegen.reading.json_text import InvalidJsonError, parse

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(checked: Checked) -> str:
    """An `::error` line for each cause, with all files that it made differ; else a notice."""
    lines = [*map(_diagnostic, checked.diagnostics), *_outcome(checked)]
    return "".join(f"{line}\n" for line in lines)


def _outcome(checked: Checked) -> Iterator[str]:
    if checked.failure:
        yield command("error", checked.failure, title="could not check")
    elif not checked.files:
        yield command("notice", f"{checked.out} is up to date: {checked.models} models")
    places: dict[tuple[str, int], list[str]] = {}
    for file in checked.files:
        for cause in file.causes:
            message = f"{file.path} is {file.state}: {cause.words}"
            places.setdefault((cause.file, cause.line), []).append(message)
    for (name, line), messages in places.items():
        text = "\n".join([*dict.fromkeys(messages), f"mend it: {checked.mend}"])
        yield command("error", text, file=name, line=line, title="generated files differ")


def _diagnostic(found: Diagnostic) -> str:
    hint = f" (hint: {found.hint})" if found.hint else ""
    level, line = _LEVELS[found.severity], _line(found)
    return command(level, found.message + hint, file=found.file, line=line, title=found.code)


def _line(found: Diagnostic) -> int:
    """The line that a diagnostic is about, as far as its file can be read."""
    try:
        text = Path(found.file).read_text(encoding="utf-8-sig")
        parse(text)
    except (OSError, UnicodeDecodeError, InvalidJsonError):
        return 1
    return line_of(text, found.pointer)


def command(level: str, message: str, **properties: str | int) -> str:
    """A workflow command; whatever stands in it cannot end it or begin another."""
    head = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level}{' ' if head else ''}{head}::{_data(message)}"


def _data(value: object) -> str:
    return str(value).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
