"""Find out why a generated file differs: which line of the schemas or templates changed."""

from __future__ import annotations

import re
from pathlib import Path

from runcomfy_codegen.check.cause import Cause
from runcomfy_codegen.check.changed_properties import (
    WHOLE_INPUT,
    ChangedProperty,
    changed_properties,
    first_difference,
    new_words,
)
from runcomfy_codegen.check.document_lines import line_of_words
from runcomfy_codegen.check.maintainer_lines import changed_line, new_key_line, patch_line
from runcomfy_codegen.check.template_lines import changed_template_line
from runcomfy_codegen.output.checksum_header import HEADER_LINES
from runcomfy_codegen.output.paths import PACKAGE, Index
from runcomfy_codegen.output.target import Target
from runcomfy_codegen.planning.folder_plan import plan_model
from runcomfy_codegen.reading.files import (
    GONE_FILE,
    INPUT,
    OVERRIDES_FILE,
    RULES_FILE,
    SERVICE_FILE,
    read_text,
)
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.source_folders import runtime_folder, templates_folder
from runcomfy_codegen.template_text import TEMPLATE_SUFFIX

PROTOCOL = f"{PACKAGE}/_runtime/service.py"
"""The generated file that depends on `service.json`."""

INDEXES = ("_models.py", "_catalog.py")
"""The generated files that list all models; paths below the package."""

FLAGS_FILE = "_flags.py"
"""The generated file with the inputs of all models, one a line; its path below the package."""

_INPUT = re.compile(r'"name": "([^"\\]+)"')
"""The name of the input in a line of `_flags.py`."""


_MODEL_TEMPLATE = f"{PACKAGE}/model.py"
"""The name of the template of a model's module, without its suffix."""

_MODULE_TEMPLATES = tuple(f"{PACKAGE}/{name}.py" for name in ("package", "renamed", "gone"))
"""The names of the other templates that are rendered more than once."""

CHANGED = "changed since the files were generated"


class CauseFinder:
    """Finds the causes of differences, one file at a time."""

    def __init__(self, index: Index, schemas: Path, out: Path, target: Target) -> None:
        """Take the `index` of models, the folder of their `schemas`, and the output folder."""
        self._target = target
        self._schemas = schemas
        self._out = out
        self._models = {module.replace(".", "/"): model_id for module, model_id in index.items()}

    def causes(
        self, path: str, state: str, before: list[str], after: list[str]
    ) -> tuple[Cause, ...]:
        """Return the causes for the file `path`: `before` are its lines on disk, `after` built."""
        if state == "hand-edited":
            message = "edited by hand; `generate` will overwrite the edit"
            return (self._in_file(path, before, after, message),)
        if state == "line-ends":
            message = (
                "line ends are the only difference (CRLF): git converts them, "
                f"unless .gitattributes has `{self._out.name}/** -text`"
            )
            return (Cause((self._out / path).as_posix(), 1, message),)
        if state == "stale":
            return (self._in_file(path, [], [], "there is no schema for this module"),)
        model_id = self._models.get(path.removesuffix("/__init__.py").removesuffix(".py"))
        if not model_id:
            return (self._of_shared_file(path, before, after),)
        if state == "missing":
            return (self._in_document(model_id, WHOLE_INPUT, "the model was not generated yet"),)
        return self._of_model(model_id, before, after)

    def _in_file(self, path: str, before: list[str], after: list[str], message: str) -> Cause:
        return Cause((self._out / path).as_posix(), first_difference(before, after), message)

    def _of_model(self, model_id: str, before: list[str], after: list[str]) -> tuple[Cause, ...]:
        if cause := self._in_template(_MODEL_TEMPLATE, before, after):
            return (cause,)
        spec = plan_model(self._schemas, ModelId(model_id))
        whole = [ChangedProperty(WHOLE_INPUT)]
        changed = changed_properties(spec, before, after) if spec else whole
        all_words = frozenset[str]().union(*(words for _, words in changed))
        if cause := self._maintainers(before, after, all_words):
            return (cause,)
        message = "differs from the generated file"
        causes: list[Cause] = []
        for place, new_values in changed:
            causes.append(self._in_document(model_id, place, message, new_values))
            causes += filter(None, [self._patch(place)])
        return tuple(sorted(causes, key=lambda cause: (cause.file, cause.line)))

    def _in_template(self, name: str, before: list[str], after: list[str]) -> Cause | None:
        """Return the line of the template `name` whose text is new, if there is one."""
        template = _template(name, self._target)
        line = changed_template_line(template, before, after) if template and before else None
        return Cause(_display_path(template), line, CHANGED) if template and line else None

    def _maintainers(
        self, before: list[str], after: list[str], words: frozenset[str] = frozenset()
    ) -> Cause | None:
        """Return the first override or rule with a value that is new, or one of `words`."""
        for name, problem in (
            (OVERRIDES_FILE, "the override differs"),
            (RULES_FILE, "the rule differs"),
        ):
            file = self._schemas / name
            if line := changed_line(read_text(file) or "", before, after, words):
                return Cause(file.as_posix(), line, problem)
        return None

    def _patch(self, place: Place) -> Cause | None:
        """Return the first patch, for values (such as numbers) that are too short to search for."""
        file = self._schemas / OVERRIDES_FILE
        line = patch_line(read_text(file) or "", place)
        return Cause(file.as_posix(), line, "one of its patches may differ") if line else None

    def _in_document(
        self,
        model_id: str,
        place: Place,
        message: str,
        new_values: frozenset[str] = frozenset(),
    ) -> Cause:
        file = self._schemas / model_id / place.document
        try:
            line = line_of_words(file.read_text(encoding="utf-8-sig"), place.pointer, new_values)
        except OSError:  # the model has no such document: the common output is assumed
            return self._in_document(model_id, WHOLE_INPUT, message)
        return Cause(file.as_posix(), line, message, place.pointer)

    def _of_shared_file(self, path: str, before: list[str], after: list[str]) -> Cause:
        if path.partition("/")[2] in INDEXES:
            return self._of_model_index(path, before, after)
        if path.partition("/")[2] == FLAGS_FILE:
            return self._of_flags(path, before, after)
        service = self._schemas / SERVICE_FILE
        if path == PROTOCOL and service.is_file():
            text = service.read_text(encoding="utf-8-sig")
            line = line_of_words(text, "", new_words(before, after))
            return Cause(service.as_posix(), line, "the protocol differs")
        if source := _source_of(path, self._target):
            return _in_source(source, before, after)
        return self._of_package(path, before, after)

    def _of_model_index(self, path: str, before: list[str], after: list[str]) -> Cause:
        cause = self._new_model(before, after) or self._former_id(before, after)
        cause = cause or self._maintainers(before, after)
        return cause or self._in_file(path, before, after, "the list of models differs")

    def _former_id(self, before: list[str], after: list[str]) -> Cause | None:
        """Return the first row of `[renamed]` or `gone.toml` whose id is new."""
        for name, problem in (
            (OVERRIDES_FILE, "the model has another id now"),
            (GONE_FILE, "the model is gone"),
        ):
            file = self._schemas / name
            if line := new_key_line(read_text(file) or "", before, after):
                return Cause(file.as_posix(), line, problem)
        return None

    def _new_model(self, before: list[str], after: list[str]) -> Cause | None:
        """Return the first model that only the new index contains."""
        old, new = "\n".join(before), "\n".join(after)
        for model_id in self._models.values():
            if (name := f'"{model_id}"') in new and name not in old:
                return self._in_document(model_id, WHOLE_INPUT, "the model is new")
        return None

    def _of_flags(self, path: str, before: list[str], after: list[str]) -> Cause:
        """Return the cause for `_flags.py`: the line that changed the first input that differs."""
        if cause := self._maintainers(before, after):
            return cause
        line = first_difference(before, after)
        above = "\n".join(after[:line])
        model_at = {above.rfind(f'    "{name}": '): name for name in self._models.values()}
        if not model_at or max(model_at) < 0:
            return self._in_file(path, before, after, "the flags of the models differ")
        model_id = model_at[max(model_at)]  # the nearest entry above the line
        name = _INPUT.search(after[line - 1])
        place = Place(INPUT, f"/properties/{name[1]}" if name else "/properties")
        words = new_words(before, after)
        return self._in_document(model_id, place, "differs from the generated file", words)

    def _of_package(self, path: str, before: list[str], after: list[str]) -> Cause:
        """Return the cause for a module of a former id, or for a package of models."""
        templates = (self._in_template(name, before, after) for name in _MODULE_TEMPLATES)
        if cause := self._former_id(before, after) or next(filter(None, templates), None):
            return cause
        folder = path.removesuffix("__init__.py")
        models = (model_id for name, model_id in self._models.items() if name.startswith(folder))
        if model_id := next(models, None):
            return self._in_document(model_id, WHOLE_INPUT, "the package contains a model now")
        return self._in_file(path, before, after, "the models of the package differ")


def _source_of(path: str, target: Target) -> Path | None:
    """Return the template, or the file of the client library, that a file is made from."""
    name = f"{PACKAGE}/{path.partition('/')[2]}"
    copied = runtime_folder() / name
    return _template(name, target) or (copied if copied.is_file() else None)


def _template(name: str, target: Target) -> Path | None:
    """Return the template of a file, the user's before ours."""
    files = (folder / f"{name}{TEMPLATE_SUFFIX}" for folder in target.template_folders)
    return next((file for file in files if file.is_file()), None)


def _in_source(source: Path, before: list[str], after: list[str]) -> Cause:
    if not before:
        return Cause(_display_path(source), 1, "not generated yet")
    # Lines correspond in files that are copied as they are, below the header.
    is_copied = source.suffix != TEMPLATE_SUFFIX
    if is_copied:
        line = max(first_difference(before, after) - HEADER_LINES, 1)
    else:
        line = changed_template_line(source, before, after) or 1
    return Cause(_display_path(source), line, CHANGED)


def _display_path(file: Path) -> str:
    """Return `file` relative to the current folder, or to the installation it belongs to."""
    whole = file.absolute()
    tops = (top for top in (Path.cwd(), templates_folder().parent) if whole.is_relative_to(top))
    top = next(tops, None)
    return (whole.relative_to(top) if top else whole).as_posix()
