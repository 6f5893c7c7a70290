"""`extra_inputs`: inputs that the service knows and the schema does not, sent unchecked."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

from runcomfy_models.journal import Journal
from tests.loopback import Loopback
from tests.runtime.models import MODEL_ID, Input
from tests.runtime.side import TOKEN, Side

EXTRA: dict[str, Any] = {"new_input": 1, "33 new": [True]}


@pytest.mark.parametrize("arguments", [[Input(prompt="x")], []])
def test_extra_inputs_are_sent_beside_the_checked_ones_and_logged(
    arguments: list[Any], side: Side, service: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    client = side.client(service.url).with_options(extra_inputs=EXTRA)
    side.do(client.submit(*arguments) if arguments else client.submit(prompt="x"))
    (call,) = service.submitted()
    assert call.body == {"prompt": "x", **EXTRA}
    warnings = [record.message for record in caplog.records if record.levelno == logging.WARNING]
    assert warnings == [f"{MODEL_ID}: sending unchecked: new_input, 33 new"]
    assert "with extra_inputs new_input, 33 new>" in repr(client)
    assert "extra_inputs" not in repr(side.client(service.url))


# The model of these tests, unlike a generated one, has its defaults in its JSON schema.
@pytest.mark.filterwarnings("ignore::pydantic.json_schema.PydanticJsonSchemaWarning")
def test_a_recorded_call_logs_extra_inputs_only_if_it_is_sent(
    side: Side, service: Loopback, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    with Journal(tmp_path / "jobs.db") as journal:
        client = side.client(service.url, extra_inputs=EXTRA, journal=journal, key="k")
        for _ in range(2):
            side.do(client.submit(prompt="x"))
    warnings = [record.message for record in caplog.records if record.levelno == logging.WARNING]
    assert warnings == [f"{MODEL_ID}: sending unchecked: new_input, 33 new"]


@pytest.mark.parametrize("name", ["prompt", "33_steps", "steps"])
def test_a_name_that_the_schema_has_is_refused(name: str, side: Side, service: Loopback) -> None:
    with pytest.raises(ValueError, match=f"extra_inputs: the schema has {name}"):
        side.client(service.url).with_options(extra_inputs={name: 5})
    with pytest.raises(ValueError, match=f"extra_inputs: the schema has {name}"):
        side.client(service.url, extra_inputs={"new": 1, name: 5})


@pytest.mark.parametrize("value", [None, [1], {"a": {1, 2}}, {"a": float("nan")}, {" ": 1}, {1: 2}])
def test_a_value_that_is_not_json_is_refused(value: Any, side: Side, service: Loopback) -> None:
    with pytest.raises(ValueError, match="extra_inputs has to be a dict of JSON values"):
        side.client(service.url, extra_inputs=value)


def test_check_and_preflight_accept_extra_inputs(side: Side, service: Loopback) -> None:
    client = side.client(service.url, token=TOKEN, extra_inputs=EXTRA)
    side.do(client.check(prompt="x"))
    side.do(client.preflight(prompt="x"))
    assert not service.calls
