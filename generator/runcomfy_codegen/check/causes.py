"""Why a generated file differs: the place in the schemas or the templates that it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from runcomfy_codegen.check.blame import Blame, first_difference, new_words, places_of
from runcomfy_codegen.check.lines import telling_line
from runcomfy_codegen.output.paths import PACKAGE, Index, runtime_folder, templates_folder
from runcomfy_codegen.output.signing import HEAD_LINES
from runcomfy_codegen.planning.folder_plan import plan_model
from runcomfy_codegen.reading.files import INPUT, OVERRIDES, SERVICE, read_text
from runcomfy_codegen.reading.model_id import ModelId

PROTOCOL, MODELS = f"{PACKAGE}/_runtime/service.py", f"{PACKAGE}/_models.py"
"""Generated files that are about all models."""

_SETTING = re.compile(r'\s*[^#\s].*=\s*"([^"]+)"')


@dataclass(frozen=True)
class Cause:
    """Where to look, and what is the matter there."""

    file: str
    line: int
    words: str
    pointer: str = ""
    """Into `file`, where that is a JSON document."""

    def __str__(self) -> str:
        """As it is printed: `schemas/x/input.json:12 (/properties/y): words`."""
        place = f" ({self.pointer})" if self.pointer else ""
        return f"{self.file}:{self.line}{place}: {self.words}"


class Causes:
    """Finds the cause of each file's difference."""

    def __init__(self, index: Index, schemas: Path, out: Path) -> None:
        """The models of `index` were read from `schemas`, and are generated into `out`."""
        self._schemas = schemas
        self._out = out
        self._models = {_path(module): model_id for module, model_id in index.items()}

    def of(self, path: str, state: str, before: list[str], after: list[str]) -> tuple[Cause, ...]:
        """The causes of a file that differs, whose lines are `before` on disk and `after` built."""
        if state == "hand-edited":
            return (self._in_file(path, before, after, "edited by hand; the edit will be lost"),)
        if state == "stale":
            return (self._in_file(path, [], [], "no schema asks for it"),)
        model = self._models.get(path.removesuffix("/__init__.py").removesuffix(".py"))
        if not model:
            return (self._of_shared(path, before, after),)
        if state == "missing":
            return (self._in_document(model, INPUT, "", "the model has not been generated"),)
        return self._of_model(model, before, after)

    def _in_file(self, path: str, before: list[str], after: list[str], words: str) -> Cause:
        return Cause((self._out / path).as_posix(), first_difference(before, after), words)

    def _of_model(self, model_id: str, before: list[str], after: list[str]) -> tuple[Cause, ...]:
        spec = plan_model(self._schemas, ModelId(model_id))
        blamed = places_of(spec, before, after) if spec else [Blame(INPUT)]
        said = frozenset[str]().union(*(blame.said for blame in blamed))
        if override := self._override(before, after, said):
            return (override,)
        words = "says something else than the generated file"
        causes = (
            self._in_document(model_id, blame.document, blame.pointer, words, blame.said)
            for blame in blamed
        )
        return tuple(sorted(causes, key=lambda cause: (cause.file, cause.line)))

    def _override(
        self, before: list[str], after: list[str], said: frozenset[str] = frozenset()
    ) -> Cause | None:
        """The first override whose value is new in the file, or one of the words `said`."""
        file = self._schemas / OVERRIDES
        was, now = "\n".join(before), "\n".join(after)
        for index, line in enumerate((read_text(file) or "").splitlines()):
            value = match[1] if (match := _SETTING.match(line)) else ""
            if value and (value in said or (value in now and value not in was)):
                return Cause(file.as_posix(), index + 1, "the override says something else")
        return None

    def _in_document(
        self,
        model_id: str,
        document: str,
        pointer: str,
        words: str,
        said: frozenset[str] = frozenset(),
    ) -> Cause:
        file = self._schemas / model_id / document
        try:
            line = telling_line(file.read_text(encoding="utf-8-sig"), pointer, said)
        except OSError:  # an output that the docs do not show
            return self._in_document(model_id, INPUT, "", words)
        return Cause(file.as_posix(), line, words, pointer)

    def _of_shared(self, path: str, before: list[str], after: list[str]) -> Cause:
        if path == MODELS:
            found = self._new_model(before, after) or self._override(before, after)
            return found or self._in_file(path, before, after, "the models are others")
        file = self._schemas / SERVICE
        if path == PROTOCOL and file.is_file():
            text = file.read_text(encoding="utf-8-sig")
            line = telling_line(text, "", new_words(before, after))
            return Cause(file.as_posix(), line, "the protocol is another")
        source = _source_of(path)
        if source is None:
            return self._package(path, before, after)
        if not before:
            return Cause(_display_path(source), 1, "this file has not been generated")
        is_copied = source.suffix != ".jinja"
        line = max(first_difference(before, after) - HEAD_LINES, 1) if is_copied else 1
        return Cause(_display_path(source), line, "this file was changed since")

    def _new_model(self, before: list[str], after: list[str]) -> Cause | None:
        """The first model that only the new index names."""
        was, now = "\n".join(before), "\n".join(after)
        for model_id in self._models.values():
            if (name := f'"{model_id}"') in now and name not in was:
                return self._in_document(model_id, INPUT, "", "the model is new")
        return None

    def _package(self, path: str, before: list[str], after: list[str]) -> Cause:
        """The cause of a package on the way to models: the first of these."""
        above = path.removesuffix("__init__.py")
        below = (model for name, model in self._models.items() if name.startswith(above))
        if model := next(below, None):
            return self._in_document(model, INPUT, "", "the package has a model now")
        return self._in_file(path, before, after, "the models below it are others")


def _path(module: str) -> str:
    return module.replace(".", "/")


def _source_of(path: str) -> Path | None:
    """The template, or the file of the client library, that a shared file is made from."""
    files = (templates_folder() / f"{path}.jinja", runtime_folder() / path)
    return next((file for file in files if file.is_file()), None)


def _display_path(file: Path) -> str:
    """`file` relative to the current folder, or to the installation that it belongs to."""
    above = Path.cwd() if file.is_relative_to(Path.cwd()) else templates_folder().parent
    return file.relative_to(above).as_posix()
