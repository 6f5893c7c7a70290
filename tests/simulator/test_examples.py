"""The example in a module can be pasted: each is run against the simulator."""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import runcomfy_models
from runcomfy_models.testing import Course, Simulator
from tests.conftest import ROOT
from tests.simulator.drawn_outputs import modules

CASES = sorted(path.parent.name for path in (ROOT / "tests/snapshots").glob("*/schemas"))
AT_ONCE = Course(queued=0, running=0)
OUTPUT = {"type": "object", "properties": {"image": {"type": "string", "format": "uri"}}}


def example(module: ModuleType) -> str:
    """Return the example in the docstring of a module."""
    text = inspect.cleandoc(str(module.__doc__)).partition("Example:\n")[2]
    lines = text.splitlines()
    end = next((n for n, line in enumerate(lines) if line[:1].strip()), len(lines))
    return textwrap.dedent("\n".join(lines[:end]))


def arguments(module: ModuleType) -> dict[str, Any]:
    """Return the keywords with which the example calls `run`."""
    calls = (node for node in ast.walk(ast.parse(example(module))) if isinstance(node, ast.Call))
    (run,) = (call for call in calls if ast.unparse(call.func) == "client.run")
    return {str(keyword.arg): ast.literal_eval(keyword.value) for keyword in run.keywords}


def run_examples(folder: Path, **options: Any) -> dict[str, dict[str, Any]]:
    """Run the example of each model in `folder`; return the bodies, by model_id."""
    bodies = {}
    with Simulator(schemas=folder, course=AT_ONCE, **options) as simulator:
        address = {"base_url": simulator.base_url, "token": simulator.token}
        for model_id, module in modules(folder).items():
            with module.Client(**address, poll_first=0.001, wait_timeout=5) as client:
                client.run(**arguments(module))
            wire = {name: field.validation_alias or name for name, field in fields(module)}
            bodies[model_id] = {wire[name]: value for name, value in arguments(module).items()}
    return bodies


def fields(module: Any) -> Any:
    return module.Input.model_fields.items()


def blanks(value: Any) -> list[Any]:
    """Return the empty texts and lists in a JSON value."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return (
        [value] if value in ("", []) else [blank for member in inside for blank in blanks(member)]
    )


@pytest.mark.parametrize("model_id", runcomfy_models.MODELS)
def test_an_example_runs_as_it_is_pasted(
    model_id: str, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in simulator.environment.items():
        monkeypatch.setenv(name, value)
    simulator.jobs.course = AT_ONCE
    text = example(runcomfy_models.load(model_id))
    exec(compile(text, model_id, "exec"), {})  # noqa: S102
    assert [job.model_id for job in simulator.ledger.jobs] == [model_id]


@pytest.mark.parametrize("case", CASES)
def test_the_example_of_each_snapshot_runs(case: str, root: Path) -> None:
    folder = root / "tests/snapshots" / case / "schemas"
    if modules(folder):
        run_examples(folder)


def real_schemas(root: Path) -> dict[str, Any]:
    text = (root / "tests/fidelity/input-schemas.json").read_text("utf-8")
    schemas: dict[str, Any] = json.loads(text)
    return schemas


@pytest.mark.parametrize("form", ["no example", "a blank example"])
def test_the_example_of_each_real_model_runs(form: str, root: Path, tmp_path: Path) -> None:
    """Pages show an empty text or list for an input without a default."""
    for model_id, schema in real_schemas(root).items():
        required = {name: schema["properties"][name] for name in schema["required"]}
        blank = {
            name: [] if property_schema["type"] == "array" else ""
            for name, property_schema in required.items()
        }
        page_example = {"example.json": blank} if form == "a blank example" else {}
        write(tmp_path / model_id, {"input.json": schema, "output.json": OUTPUT, **page_example})
    bodies = run_examples(tmp_path)
    assert bodies.keys() == real_schemas(root).keys()
    assert blanks([*bodies.values()]) == []


def write(folder: Path, documents: dict[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, value in documents.items():
        (folder / name).write_text(json.dumps(value), "utf-8")


def test_the_example_of_each_page_runs(corpus: Path, tmp_path: Path) -> None:
    for path in (corpus / "pages").glob("*.expected.json"):
        page = json.loads(path.read_text("utf-8"))
        documents = {f"{name}.json": page[name] for name in ("input", "output", "example")}
        write(tmp_path / page["model_id"], documents)
    assert len(run_examples(tmp_path)) == 3


TEXT = {"type": "string"}
IMAGE = {"type": "string", "format": "image_uri"}
SAMPLE = "RunComfy_examples_1235_1.png"
FOX = "A red fox runs through fresh snow."
PNG = "https://example.com/image.png"
PAGE_EXAMPLES: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = {
    "blank texts": ({"prompt": TEXT, "style": TEXT}, {"prompt": "", "style": " "},
                    {"prompt": FOX, "style": "…"}),
    "a blank medium": ({"video_url": TEXT}, {"video_url": ""},
                       {"video_url": "https://example.com/video.mp4"}),
    "a medium that may be null": (
        {"image_url": {"anyOf": [IMAGE, {"type": "null"}]}}, {"image_url": ""}, {"image_url": PNG},
    ),
    "a blank list": ({"images": {"type": "array", "format": "image_uris", "minItems": 2}},
                     {"images": []}, {"images": [PNG, PNG]}),
    "blanks inside": (
        {"elements": {"type": "array", "items": {"type": "object", "properties": {
            "image_url": TEXT, "weight": {"type": "number"}}}}},
        {"elements": [{"image_url": "", "weight": 2}]},
        {"elements": [{"image_url": PNG, "weight": 2}]},
    ),
    "the name of a file of the service": ({"image": IMAGE}, {"image": SAMPLE}, {"image": SAMPLE}),
    "such names in a list": ({"images": {"type": "array", "items": IMAGE}},
                             {"images": [SAMPLE, "b.png"]}, {"images": [SAMPLE, "b.png"]}),
    "a URL of the page": ({"image": IMAGE}, {"image": "http://example.com/a.png"},
                          {"image": "http://example.com/a.png"}),
    "a wrong value": ({"ratio": {"enum": ["16:9", "1:1"]}}, {"ratio": "4:3"}, {"ratio": "16:9"}),
    "a blank of a short text": ({"name": {"type": "string", "maxLength": 3, "minLength": 2}},
                                {"name": ""}, {"name": "……"}),
    "a blank of a pattern": ({"id": {"type": "string", "pattern": "^[A-Z]{2}-\\d+$"}}, {"id": ""},
                             {"id": "AA-1"}),
    "a blank of an enum": ({"ratio": {"enum": ["", "1:1"]}}, {"ratio": ""}, {"ratio": "1:1"}),
    "null": ({"seed": {"type": "integer", "nullable": True}}, {"seed": None}, {"seed": None}),
}  # fmt: skip
"""Properties, the page's example, and the inputs of ours."""


@pytest.mark.parametrize(
    ("properties", "page_example", "inputs"), PAGE_EXAMPLES.values(), ids=PAGE_EXAMPLES.keys()
)
def test_an_example_has_a_value_for_each_blank_and_keeps_the_rest(
    properties: Any, page_example: Any, inputs: Any, tmp_path: Path
) -> None:
    schema = {"type": "object", "properties": properties, "required": [*properties]}
    documents = {"input.json": schema, "output.json": OUTPUT, "example.json": page_example}
    write(tmp_path / "acme/m", documents)
    assert run_examples(tmp_path) == {"acme/m": inputs}


EITHER = {
    "type": "object",
    "properties": {"image_url": TEXT, "prompt": TEXT, "n": {"type": "integer"}},
}
RULES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "one of two": ({"anyOf": [{"required": ["image_url"]}, {"required": ["prompt"]}]},
                   {"image_url": PNG}),
    "only one of two": ({"required": ["prompt"], "not": {"required": ["prompt", "n"]}},
                        {"prompt": FOX}),
    "as many": ({"minProperties": 2}, {"image_url": PNG, "prompt": FOX}),
    "what brings another": ({"required": ["n"], "dependentRequired": {"n": ["prompt"]}},
                            {"prompt": FOX, "n": 1}),
    "a condition": ({"if": {"required": ["n"]}, "else": {"required": ["prompt"]}},
                    {"prompt": FOX}),
}  # fmt: skip
"""Rules about several inputs, and the inputs of the example."""


@pytest.mark.parametrize(("rules", "inputs"), RULES.values(), ids=RULES.keys())
def test_an_example_keeps_rules_about_several_inputs(
    rules: Any, inputs: Any, tmp_path: Path
) -> None:
    write(tmp_path / "acme/m", {"input.json": {**EITHER, **rules}, "output.json": OUTPUT})
    assert run_examples(tmp_path) == {"acme/m": inputs}
