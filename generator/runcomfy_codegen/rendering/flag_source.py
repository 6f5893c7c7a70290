"""The flags of a model as source text: its entry in `_flags.py`, as black writes it."""

from __future__ import annotations

from runcomfy_codegen.planning.flag_lines import flag_lines
from runcomfy_codegen.planning.ir import ModelSpec
from runcomfy_codegen.rendering.columns import LINE, columns
from runcomfy_codegen.rendering.literals import literal


def flag_source(model: ModelSpec) -> str:
    """Return the entry of `model`. Ruff does not format it, since there are thousands."""
    lines = flag_lines(model)
    start = f"    {literal(str(model.model_id))}: "
    short = f"{start}{literal(lines)},"
    if not lines or (len(lines) == 1 and columns(short) <= LINE):
        return short
    listed = "".join(f"\n        {literal(line)}," for line in lines)
    return f"{start}({listed}\n    ),"
