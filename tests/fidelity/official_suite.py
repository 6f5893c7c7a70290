"""Run the official test suite of JSON Schema, by hand, and count the verdicts.

    python -m tests.fidelity.official_suite FOLDER

`FOLDER` is `draft2020-12` of the suite; the source distribution of `jsonschema` has it under
`json/tests/`. Each schema becomes the property `value` of a model's input, and each test a
value of it. A verdict that differs counts as WRONG only if the generator reported neither an
error nor a warning for the schema.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.dialect import input_schema
from tests.fidelity.building import Built

IGNORED = ("format", "optional")
"""Files and folders about keywords that are annotations in draft 2020-12."""


def cases(folder: Path) -> dict[str, tuple[str, Any, list[dict[str, Any]]]]:
    by_name: dict[str, tuple[str, Any, list[dict[str, Any]]]] = {}
    for path in sorted(folder.glob("*.json")):
        if path.stem in IGNORED:
            continue
        for index, case in enumerate(json.loads(path.read_text("utf-8"))):
            name = f"{path.stem.lower()}-{index}"
            by_name[name] = (f"{path.stem}: {case['description']}", case["schema"], case["tests"])
    return by_name


def moved(schema: Any) -> Any:
    """Return `schema` with its references adapted to its place, the property `value`."""
    if isinstance(schema, list):
        return [moved(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    out = {
        key: value if key in ("enum", "const") else moved(value)
        for key, value in schema.items()
        if key != "$schema"
    }
    reference = schema.get("$ref")
    if isinstance(reference, str) and (reference == "#" or reference.startswith("#/")):
        out["$ref"] = "#/properties/value" + reference[1:]
    return out


def wrapped(schema: Any) -> Any:
    return {
        "type": "object",
        "properties": {"value": moved(schema)},
        "required": ["value"],
        "additionalProperties": False,
    }


def accepts(model: Any, value: Any) -> bool:
    try:
        inputs = model.model_validate({"value": value})
    except ValidationError:
        return False
    if inputs.to_payload() != {"value": value}:
        print("ROUND TRIP", value, inputs.to_payload())
    return True


def main(folder: Path) -> None:
    suite_cases = cases(folder)
    built = Built({name: wrapped(schema) for name, (_, schema, _) in suite_cases.items()})
    counts: Counter[str] = Counter()
    for name, (title, schema, tests) in suite_cases.items():
        if built.errors[name]:
            counts["refused schemas"] += 1
            counts["tests of refused schemas"] += len(tests)
            print("refused |", title, "|", built.errors[name][0].message)
            continue
        counts["kept schemas"] += 1
        for test in tests:
            same = accepts(built.modules[name].Input, test["data"]) == test["valid"]
            warned = bool(built.warnings[name])
            closed = "additionalProperties" in json.dumps(
                input_schema(wrapped(schema), Collector(""))
            ) and "properties" in json.dumps(schema)
            verdict = "right" if same else "warned" if warned else "closed" if closed else "WRONG"
            counts[verdict] += 1
            if not same:
                print(verdict, "|", title, "|", test["description"], test["valid"])
    print(dict(counts))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
