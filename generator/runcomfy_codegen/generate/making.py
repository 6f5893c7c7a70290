"""Make modules from the files of models; imports everything that planning and rendering need."""

from __future__ import annotations

from collections.abc import Sequence

from runcomfy_codegen.generate.build_cache import Cache
from runcomfy_codegen.generate.cached_types import remembering
from runcomfy_codegen.generate.task import Made, Task
from runcomfy_codegen.generate.timings import Timings
from runcomfy_codegen.output.paths import module_path
from runcomfy_codegen.planning.folder_plan import plan_files
from runcomfy_codegen.planning.planner import Planned
from runcomfy_codegen.rendering.annotations import Annotations
from runcomfy_codegen.rendering.package import render_modules


def make(tasks: Sequence[Task], cache: Cache, generator: str, timings: Timings) -> list[Made]:
    """Return the outcome of each task; types in `cache` are not asked for."""
    with timings.of("planning"):
        planned = [plan_files(task.files, task.module, task.overrides) for task in tasks]
    specs = [one.spec for one in planned if one.spec]
    with timings.of("types"):
        annotations = Annotations.of(specs, remembering(cache, generator))
    with timings.of("rendering"):
        texts = render_modules(specs, annotations)
    return [_made(one, texts) for one in planned]


def _made(planned: Planned, texts: dict[str, str]) -> Made:
    text = texts[module_path(planned.spec.module)] if planned.spec else ""
    return Made(text, tuple(planned.found), planned.whole, planned.used)
