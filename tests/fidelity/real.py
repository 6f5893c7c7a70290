"""The real input schemas: those of the corpus and those of this repository."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from tests.fidelity.building import Built

HERE = Path(__file__).parent
REAL = {
    **json.loads((HERE / "input-schemas.json").read_text("utf-8")),
    **{
        path.parent.as_posix(): json.loads(path.read_text("utf-8"))
        for path in sorted((HERE.parents[1] / "schemas").rglob("input.json"))
    },
}
NAMES = {f"m{number}": model_id for number, model_id in enumerate(REAL)}


@cache
def built() -> Built:
    """Build every real schema, once."""
    return Built({name: REAL[model_id] for name, model_id in NAMES.items()})
