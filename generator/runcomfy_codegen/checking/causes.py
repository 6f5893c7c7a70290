"""Why a generated file differs: the place in the schemas or the templates that it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from runcomfy_codegen.assembly import PACKAGE, Index, templates_folder
from runcomfy_codegen.checking.blame import first_difference, place_of
from runcomfy_codegen.library import load_model
from runcomfy_codegen.reading.files import INPUT, SERVICE
from runcomfy_codegen.reading.json_places import line_of
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.signing import HEAD_LINES

SHARED = {
    f"{PACKAGE}/_runtime/service.py": SERVICE,
    f"{PACKAGE}/_models.py": "",
}
"""Generated files that are about all models: the file below `schemas/` that they come from."""


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

    def of(self, path: str, state: str, before: list[str], after: list[str]) -> Cause:
        """The cause of a file that differs, whose lines are `before` on disk and `after` built."""
        file = (self._out / path).as_posix()
        if state == "hand-edited":
            line = first_difference(before, after)
            return Cause(file, line, "edited by hand; what was edited will be lost")
        if state == "stale":
            return Cause(file, 1, "no schema asks for it")
        model = self._models.get(path.removesuffix("/__init__.py").removesuffix(".py"))
        if model:
            return self._of_model(model, state, before, after)
        return self._of_shared(path, before, after)

    def _of_model(self, model_id: str, state: str, before: list[str], after: list[str]) -> Cause:
        if state == "missing":
            return self._in_document(model_id, INPUT, "", "the model has not been generated")
        spec = load_model(self._schemas, ModelId(model_id))
        document, place = place_of(spec, before, after) if spec else (INPUT, "")
        words = "says something else than the generated file"
        return self._in_document(model_id, document, place, words)

    def _in_document(self, model_id: str, document: str, place: str, words: str) -> Cause:
        file = self._schemas / model_id / document
        try:
            line = line_of(file.read_text(encoding="utf-8-sig"), place)
        except OSError:  # an output that the docs do not show
            return self._in_document(model_id, INPUT, "", words)
        return Cause(file.as_posix(), line, words, place)

    def _of_shared(self, path: str, before: list[str], after: list[str]) -> Cause:
        if path in SHARED:
            file = self._schemas / SHARED[path]
            words = "the models, or their protocol, are others"
            return self._new_model(before, after) or Cause(file.as_posix(), 1, words)
        template = _template(path)
        if template is None:
            return self._package(path)
        if not before:
            return Cause(_shown(template), 1, "this template has not been generated")
        is_copied = template.suffix == ".py"
        line = max(first_difference(before, after) - HEAD_LINES, 1) if is_copied else 1
        return Cause(_shown(template), line, "the template says something else")

    def _new_model(self, before: list[str], after: list[str]) -> Cause | None:
        """The first model that only the new index names."""
        was, now = "\n".join(before), "\n".join(after)
        for model in self._models.values():
            if (name := f'"{model}"') in now and name not in was:
                return self._in_document(model, INPUT, "", "the model is new")
        return None

    def _package(self, path: str) -> Cause:
        """The cause of a package on the way to models: the first of these."""
        above = path.removesuffix("__init__.py")
        below = (model for name, model in self._models.items() if name.startswith(above))
        if model := next(below, None):
            return self._in_document(model, INPUT, "", "the package has a model now")
        return Cause(self._schemas.as_posix(), 1, "the models below it are others")


def _path(module: str) -> str:
    return module.replace(".", "/")


def _template(path: str) -> Path | None:
    """The template that a shared file comes from."""
    names = (path, f"{path}.jinja", path.replace("/_sync/", "/_async/"))
    files = (templates_folder() / name for name in names)
    return next((file for file in files if file.is_file()), None)


def _shown(file: Path) -> str:
    """`file` as it is called from the current folder, or from the package that it is part of."""
    if file.is_relative_to(Path.cwd()):
        return file.relative_to(Path.cwd()).as_posix()
    return f"templates/{file.relative_to(templates_folder()).as_posix()}"
