"""From planned models to the text of every generated file, without its header.

No clock, no network; only ruff writes, in a temporary folder.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from runcomfy_codegen.output.paths import (
    LIBRARY_SUFFIXES,
    PACKAGE,
    Index,
    file_of,
    full_module_name,
    packages,
)
from runcomfy_codegen.output.target import DEFAULT_TARGET, Target
from runcomfy_codegen.planning.former_models import FormerModel
from runcomfy_codegen.planning.ir import ModelSpec
from runcomfy_codegen.reading.service_protocol import ServiceProtocol
from runcomfy_codegen.rendering.annotations import Annotations
from runcomfy_codegen.rendering.catalog_context import Infos, catalog_context
from runcomfy_codegen.rendering.formatting import FormattingError, formatted
from runcomfy_codegen.rendering.invalid_python import template_problem
from runcomfy_codegen.rendering.module_context import module_context
from runcomfy_codegen.rendering.templates import Templates
from runcomfy_codegen.source_folders import runtime_folder
from runcomfy_codegen.template_text import TEMPLATE_SUFFIX

MODEL_TEMPLATE, PACKAGE_TEMPLATE, RENAMED_TEMPLATE, GONE_TEMPLATE = (
    f"{PACKAGE}/{name}.py.jinja" for name in ("model", "package", "renamed", "gone")
)
"""The templates that are rendered once for each model, package or former id."""

WITHOUT_LIBRARY_TEMPLATE = f"{PACKAGE}/package_without_library.py.jinja"
"""The top of a package without a client library, which imports that of `runcomfy_models`."""

MODELS_TEMPLATE = f"{PACKAGE}/_models.py.jinja"
"""The list of models: the other template that is rendered once in such a package."""

FLAGS_TEMPLATE = f"{PACKAGE}/_flags.py.jinja"
"""The inputs of all models as flags of the command line."""


def render_modules(
    models: Collection[ModelSpec],
    annotations: Annotations | None = None,
    target: Target = DEFAULT_TARGET,
) -> dict[str, str]:
    """Return the text of each model's module, by its dotted name.

    Without `annotations`, they are made from `models`.
    """
    types = annotations or Annotations.of(models)
    sources = {
        full_module_name(model.module, target.package): _module(model, types, target)
        for model in models
    }
    return _formatted(sources, target)


def common_files(
    index: Index,
    infos: Infos,
    protocol: ServiceProtocol,
    former: Collection[FormerModel],
    target: Target = DEFAULT_TARGET,
) -> dict[str, str]:
    """Return the text of every other file, by its path: client library, indexes, packages.

    `former` are the former ids of models, which have modules as well.
    """
    lists = {
        "models": sorted((model_id, name) for name, model_id in index.items()),
        "renamed": [(model.model_id, model.new_id) for model in former if model.new_id],
        "gone": [(model.model_id, model.since.isoformat()) for model in former if model.since],
        "catalog": catalog_context(infos),
    }
    sources = dict(_packages(index, former, target)) | dict(_single_files(lists, protocol, target))
    copied = _library_files() if target.has_library else {f"{target.package}/py.typed": ""}
    return copied | _formatted(sources, target)


def flags_file(flags: Mapping[str, str], target: Target = DEFAULT_TARGET) -> dict[str, str]:
    """Return path and text of the command line's index; only a package with a library has one.

    `flags` are the entries of all models, made by `flag_source`. It is not one of the common
    files, which are cached together: it changes with each model.
    """
    if not target.has_library:
        return {}
    text = templates_of(target).render(FLAGS_TEMPLATE, flags=sorted(flags.items()))
    return {f"{target.package}/_flags.py": text}


def _formatted(sources: dict[str, str], target: Target) -> dict[str, str]:
    try:
        return formatted(sources)
    except FormattingError as error:
        problem = target.templates and template_problem(sources.values(), target.templates)
        raise problem or error from None


def _module(model: ModelSpec, annotations: Annotations, target: Target) -> str:
    context = module_context(model, annotations, target.package)
    return templates_of(target).render(MODEL_TEMPLATE, module=context)


def _library_files() -> dict[str, str]:
    """Return the files of the client library by path; they are copied unchanged."""
    folder = runtime_folder()
    files = (path for path in folder.rglob("*") if path.suffix in LIBRARY_SUFFIXES)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def _packages(
    index: Index, former: Collection[FormerModel], target: Target
) -> Iterator[tuple[str, str]]:
    """Yield path and text of each package of models, and of each module for a former id."""
    templates = templates_of(target)
    old = {full_module_name(model.module, target.package): model for model in former}
    package_names = packages([*index, *old])
    for name in package_names - {*index, *old}:
        prefix = name.removeprefix(f"{target.package}.")
        yield file_of(name, is_package=True), templates.render(PACKAGE_TEMPLATE, prefix=prefix)
    for name, model in old.items():
        template = RENAMED_TEMPLATE if model.new_id else GONE_TEMPLATE
        text = templates.render(template, former=model, package=target.package)
        yield file_of(name, is_package=name in package_names), text


def _single_files(
    lists: dict[str, Any], protocol: ServiceProtocol, target: Target
) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file whose template is rendered once, from `lists` of models."""
    templates = templates_of(target)
    others = {
        MODEL_TEMPLATE,
        PACKAGE_TEMPLATE,
        RENAMED_TEMPLATE,
        GONE_TEMPLATE,
        WITHOUT_LIBRARY_TEMPLATE,
        FLAGS_TEMPLATE,
    }
    for name in set(templates.names(PACKAGE)) - others if target.has_library else {MODELS_TEMPLATE}:
        path = name.removeprefix(PACKAGE).removesuffix(TEMPLATE_SUFFIX)
        yield f"{target.package}{path}", templates.render(name, protocol=protocol, **lists)
    if not target.has_library:
        yield f"{target.package}/__init__.py", templates.render(WITHOUT_LIBRARY_TEMPLATE)


@cache
def templates_of(target: Target) -> Templates:
    """Return the templates of a package: those of its maintainer lie over ours."""
    return Templates(target.template_folders)
