"""Build models: plan and render them. Slow to import: it needs the whole generator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from runcomfy_codegen.generate.build_cache import BuildCache
from runcomfy_codegen.generate.built_model import BuiltModel
from runcomfy_codegen.generate.cached_types import caching
from runcomfy_codegen.generate.task import Task
from runcomfy_codegen.generate.timings import Timings
from runcomfy_codegen.output.checksum_header import with_checksum
from runcomfy_codegen.output.file_digest import file_digest
from runcomfy_codegen.output.paths import full_module_name
from runcomfy_codegen.output.target import Target
from runcomfy_codegen.planning.planner import PlannedModel, plan_files
from runcomfy_codegen.rendering.annotations import Annotations
from runcomfy_codegen.rendering.flag_source import flag_source
from runcomfy_codegen.rendering.package import render_modules


def build_models(
    tasks: Sequence[Task],
    cache: BuildCache,
    target_digest: str,
    timings: Timings,
    target: Target,
) -> list[BuiltModel]:
    """Build the model of each task; types that `cache` has are not asked for."""
    with timings.of("planning"):
        planned = [plan_files(task.files, task.module, task.overrides) for task in tasks]
    specs = [model.spec for model in planned if model.spec]
    with timings.of("types"):
        annotations = Annotations.of(specs, caching(cache, target_digest))
    with timings.of("rendering"):
        texts = render_modules(specs, annotations, target)
    return [_built(model, texts, target) for model in planned]


def _built(model: PlannedModel, texts: Mapping[str, str], target: Target) -> BuiltModel:
    if model.spec is None:
        return BuiltModel("", "", model.report)
    text = with_checksum("module.py", texts[full_module_name(model.spec.module, target.package)])
    digest = file_digest(text)
    return BuiltModel(text, digest, model.report, model.spec.info, flag_source(model.spec))
