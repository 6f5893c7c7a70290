"""The simulator answers for every model: its output fits the schema, and the client reads it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runcomfy_codegen.dialect.tables import COMMON_OUTPUT
from runcomfy_models.testing import Course, OutputSchemaError, Simulator, raw_schemas
from runcomfy_models.testing.sample_outputs import sample_output, why_no_sample
from runcomfy_models.testing.validation.dialect_validator import DialectDocument
from tests.fidelity.drawing import values
from tests.simulator.drawn_outputs import OUTPUTS, modules, write_models

AT_ONCE = Course(queued=0, running=0)
TEXT: dict[str, Any] = {"type": "string"}
NEVER = {"type": "object", "properties": {"a": {"not": {}}}, "required": ["a"]}

few_examples = settings(
    max_examples=12,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def test_the_simulator_has_the_same_common_output_as_the_generator() -> None:
    """The tables share no code, so that a wrong one is found, but they are equal."""
    assert without_descriptions(COMMON_OUTPUT) == raw_schemas.COMMON_OUTPUT


def without_descriptions(schema: dict[str, Any]) -> dict[str, Any]:
    return {
        name: without_descriptions(value) if isinstance(value, dict) else value
        for name, value in schema.items()
        if name != "description"
    }


def results(folder: Path) -> dict[str, Any]:
    """Run each model of `folder` against a simulator of it; return what the clients read."""
    outputs: dict[str, Any] = {}
    with Simulator(schemas=folder, course=AT_ONCE) as simulator:
        address = {"base_url": simulator.base_url, "token": simulator.token}
        for model_id, module in modules(folder).items():
            with module.Client(**address, poll_first=0.001, wait_timeout=5) as client:
                outputs[model_id] = client.run().raw["output"]
    return outputs


@few_examples
@given(st.lists(OUTPUTS, min_size=8, max_size=8))
def test_a_client_reads_a_valid_output_for_any_generated_schema(schemas: list[Any]) -> None:
    sampled = [schema for schema in schemas if not why_no_sample(json.dumps(schema))]
    with tempfile.TemporaryDirectory() as folder:
        write_models({f"m-{number}": schema for number, schema in enumerate(sampled)}, Path(folder))
        for model_id, output in results(Path(folder)).items():
            schema = sampled[int(model_id.rpartition("-")[2])]
            assert DialectDocument(schema).fits(schema, output)


@few_examples
@given(st.data(), st.lists(OUTPUTS, min_size=8, max_size=8))
def test_only_schemas_that_no_known_value_fits_have_no_sample(data: Any, schemas: Any) -> None:
    for schema in schemas:
        if why_no_sample(json.dumps(schema)):
            drawn_values = [data.draw(values(schema)) for _ in range(20)]
            document = DialectDocument(schema)
            assert not [
                value
                for value in drawn_values
                if isinstance(value, dict) and document.fits(schema, value)
            ]


USUAL: dict[str, tuple[dict[str, Any], Any]] = {
    "a list of types": ({"seed": {"type": ["integer", "null"]}}, {"seed": 1}),
    "any value": ({"meta": {}, "more": True}, {"meta": "text", "more": "text"}),
    "a tuple": (
        {"box": {"type": "array", "prefixItems": [{"type": "integer"}, TEXT], "items": False}},
        {"box": [1, "text"]},
    ),
    "a union": ({"seed": {"anyOf": [{"type": "integer"}, {"type": "null"}]}}, {"seed": 1}),
    "one of": ({"n": {"oneOf": [{"type": "integer"}, {"type": "number"}]}}, {"n": 1.5}),
    "all of": ({"n": {"allOf": [{"minimum": 3}, {"type": "integer"}]}}, {"n": 3}),
    "a constant": ({"kind": {"const": 1}}, {"kind": 1}),
    "nullable": ({"seed": {"type": "integer", "nullable": True}}, {"seed": 1}),
    "a map": (
        {"m": {"type": "object", "additionalProperties": {"type": "integer"}}},
        {"m": {"key": 1}},
    ),
    "an array": ({"names": {"type": "array"}}, {"names": ["text", "text"]}),
    "different items": (
        {"names": {"type": "array", "items": TEXT, "uniqueItems": True, "minItems": 3}},
        {"names": ["text", "text-2", "text-3"]},
    ),
    "a pattern": ({"id": {"type": "string", "pattern": "^job-[0-9]{3}$"}}, {"id": "job-000"}),
    "a pattern of ECMA 262": ({"id": {"type": "string", "pattern": r"^\p{L}+$"}}, {"id": "text"}),
    "what the docs show": ({"seed": {"type": "integer", "examples": [42]}}, {"seed": 42}),
    "a condition": (
        {"n": {"if": {"type": "string"}, "then": {"const": "no"}, "else": {"minimum": 5}}},
        {"n": "no"},
    ),
    "an enum of another type": ({"n": {"type": "integer", "enum": ["5"]}}, {"n": "5"}),
    "patterns beside further properties": (
        {
            "m": {
                "type": "object",
                "patternProperties": {"^n": {"type": "integer"}},
                "additionalProperties": TEXT,
                "required": ["n", "text"],
            }
        },
        {"m": {"n": 1, "text": "text"}},
    ),
    "itself": (
        {"tree": {"type": "object", "properties": {"n": {"type": "integer"}, "of": {"$ref": "#"}}}},
        {"tree": {"n": 1, "of": {"tree": {"n": 1}}}},
    ),
}
"""Properties of an output, and the sample that is made up."""


def test_usual_schemas_have_the_expected_samples(tmp_path: Path) -> None:
    names = {f"m-{number}": name for number, name in enumerate(USUAL)}
    schemas = {
        model: {"type": "object", "properties": USUAL[name][0]} for model, name in names.items()
    }
    write_models(schemas, tmp_path)
    samples = {
        names[model.rpartition("/")[2]]: output for model, output in results(tmp_path).items()
    }
    assert samples == {name: expected for name, (_, expected) in USUAL.items()}


def test_media_are_urls_of_files_unless_the_schema_has_no_place_for_them() -> None:
    schema = {
        "type": "object",
        "properties": {
            "video": {"type": ["null", "string"]},
            "images": {"type": "array", "items": {"type": "object", "properties": {"url": TEXT}}},
            "a/../image": TEXT,
            "cover": {"type": "string", "format": "uri", "pattern": "^https:"},
            "audio": {"type": "integer"},
        },
    }
    assert sample_output(schema, "http://127.0.0.1/{}".format) == {
        "video": "http://127.0.0.1/video.mp4",
        "images": [{"url": "text"}, {"url": "text"}],
        "a/../image": "http://127.0.0.1/a_.._image.png",
        "cover": "https://example.com/file",
        "audio": 1,
    }


def test_a_sample_is_the_same_in_every_process() -> None:
    code = (
        "import json; from runcomfy_models.testing.sample_outputs import sample_output\n"
        "schema = {'properties': {'a': {'pattern': '^[^a]\\\\W[x-z]+$', 'minLength': 9}}}\n"
        "print(json.dumps(sample_output(schema, str)))"
    )
    command = [sys.executable, "-c", code]
    environments = [{"PYTHONHASHSEED": seed} for seed in ("1", "2", "3")]
    outputs = [subprocess.check_output(command, env=environment) for environment in environments]
    assert len({*outputs}) == 1


def test_a_schema_without_a_sample_is_refused_at_the_start(tmp_path: Path) -> None:
    write_models({"never": NEVER, "good": {"type": "object"}}, tmp_path)
    (tmp_path / "acme/broken").mkdir()
    (tmp_path / "acme/broken/input.json").write_text("{}")
    (tmp_path / "acme/broken/output.json").write_text("{")
    with pytest.raises(OutputSchemaError) as caught:
        Simulator(schemas=tmp_path).start()
    message = str(caught.value)
    assert "acme/never/output.json: no value was found that fits /properties/a" in message
    assert "acme/broken/output.json: " in message
    assert "acme/good" not in message
    assert 'Simulator(outputs={"acme/broken": {…}})' in message
    assert str(tmp_path) not in message


def test_a_given_output_replaces_the_sample(tmp_path: Path) -> None:
    write_models({"never": NEVER}, tmp_path)
    given_output = {"a": 5}
    with Simulator(
        schemas=tmp_path, course=AT_ONCE, outputs={"acme/never": given_output}
    ) as simulator:
        module = modules(tmp_path)["acme/never"]
        with module.Client(base_url=simulator.base_url, token=simulator.token) as client:
            assert client.run().raw["output"] == given_output


def test_an_output_of_an_unknown_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="unknown model 'acme/nobody'"):
        Simulator(schemas=tmp_path, outputs={"acme/nobody": {}})
