"""Generated clients, imported from disk and used against a server on loopback."""

from __future__ import annotations

import ast
import asyncio
import contextlib
import inspect
import io
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

import runcomfy_models
from tests.loopback import OUTPUT, Loopback, serving, status

KLING = "kling/kling-3.0/standard/image-to-video"
INPUTS: dict[str, Any] = {"prompt": "a", "start_image_url": "https://example.com/a.png"}


@pytest.fixture
def service() -> Iterator[Loopback]:
    with serving(
        Loopback(status=[status("in_queue", queue_position=1), status("completed")])
    ) as running:
        yield running


@pytest.fixture
def kling() -> ModuleType:
    return runcomfy_models.load(KLING)


def test_run_goes_through_submit_status_and_result(kling: Any, service: Loopback) -> None:
    with kling.Client(token="t", base_url=service.url) as client:  # noqa: S106
        result = client.run(**INPUTS, duration=5, multi_prompt=[{}])
    assert result.output == kling.Output(**OUTPUT)
    assert [(call.method, call.path) for call in service.calls] == [
        ("POST", f"/v1/models/{KLING}"),
        ("GET", "/v1/requests/req-1/status"),
        ("GET", "/v1/requests/req-1/status"),
        ("GET", "/v1/requests/req-1/result?include_cost=true"),
    ]
    assert service.calls[0].body == {**INPUTS, "duration": 5, "multi_prompt": [{}]}
    assert {call.authorization for call in service.calls} == {"Bearer t"}


def test_the_asynchronous_client_makes_the_same_calls(kling: Any, service: Loopback) -> None:
    async def run() -> Any:
        async with kling.AsyncClient(token="t", base_url=service.url) as client:  # noqa: S106
            return await client.run(**INPUTS)

    assert asyncio.run(run()).output.video == OUTPUT["video"]
    assert service.submitted()[0].body == INPUTS


@pytest.mark.parametrize("model_id", list(runcomfy_models.MODELS))
def test_the_example_in_the_docstring_runs(
    model_id: str, service: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Developers may paste it."""
    monkeypatch.setenv("RUNCOMFY_API_TOKEN", "t")
    monkeypatch.setenv("RUNCOMFY_BASE_URL", service.url)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example(runcomfy_models.load(model_id)), "example", "exec"), {})  # noqa: S102
    assert OUTPUT["video"] in printed.getvalue()
    assert service.submitted()[0].path == f"/v1/models/{model_id}"


def example(module: ModuleType) -> str:
    """Return the indented code of a module's docstring."""
    lines = (module.__doc__ or "").partition("Example:")[2].splitlines()
    code = "\n".join(line for line in lines if line.startswith("    ") or not line)
    return inspect.cleandoc(code)


@pytest.mark.parametrize("method", ["submit", "run", "check", "preflight"])
@pytest.mark.parametrize("client", ["Client", "AsyncClient"])
def test_the_signature_shows_each_input_with_its_type(client: str, method: str, kling: Any) -> None:
    signature = inspect.signature(getattr(getattr(kling, client), method))
    parameters = dict(signature.parameters)
    del parameters["self"]
    assert set(parameters) == set(kling.Input.model_fields)
    assert {parameter.kind for parameter in parameters.values()} == {inspect.Parameter.KEYWORD_ONLY}
    assert parameters["prompt"].annotation is str
    assert parameters["duration"].annotation == int | runcomfy_models.NotGiven
    assert parameters["duration"].default is runcomfy_models.NOT_GIVEN


def test_every_module_declares_what_it_exports() -> None:
    for name in runcomfy_models.MODELS.values():
        module = import_module(name)
        assert {"MODEL_ID", "Input", "Output", "Client", "AsyncClient"} <= set(module.__all__)
        assert all(hasattr(module, exported) for exported in module.__all__)
        assert runcomfy_models.MODELS[module.MODEL_ID] == name


@pytest.mark.parametrize(
    "model_id",
    [KLING.upper(), "kling-3.0", "kling", "image_to_video", f"/{KLING}/", KLING.replace("/", ".")],
)
def test_the_error_for_an_id_in_another_case_or_a_part_of_one_names_the_full_id(
    model_id: str,
) -> None:
    with pytest.raises(LookupError, match=f"did you mean {KLING}"):
        runcomfy_models.load(model_id)


@pytest.mark.parametrize("model_id", [None, 3, ["kling"]])
def test_a_model_id_that_is_not_a_string_is_refused(model_id: Any) -> None:
    with pytest.raises(TypeError, match="model_id has to be a str, not"):
        runcomfy_models.load(model_id)


def test_the_error_for_an_unknown_model_names_the_closest() -> None:
    with pytest.raises(LookupError, match=f"did you mean {KLING}"):
        runcomfy_models.load("kling/kling-3/standard/image-to-video")


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import runcomfy_models", ["httpx", "pydantic", "typing", "runcomfy_models._models"]),
        ("import runcomfy_models", ["runcomfy_models.testing"]),
        ("import runcomfy_models.testing.plugin", ["starlette", "uvicorn", "httpx", "pydantic"]),
        ("from runcomfy_models import MODELS, RunComfyError", ["httpx", "pydantic"]),
        (f"import runcomfy_models as r; r.load({KLING!r})", ["httpx", "runcomfy_models.runwayml"]),
    ],
)
def test_imports_load_no_more_than_they_need(statement: str, absent: list[str]) -> None:
    """In a fresh interpreter, which has imported nothing else."""
    code = f"import sys\n{statement}\nprint([name for name in {absent!r} if name in sys.modules])"
    completed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    loaded = ast.literal_eval(completed.stdout)
    assert set(loaded) <= {"typing"}, loaded  # an editable install's finder may import typing


def test_the_package_is_typed(kling: ModuleType) -> None:
    from pathlib import Path

    assert (Path(runcomfy_models.__file__).parent / "py.typed").is_file()
