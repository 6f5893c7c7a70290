"""The option `extra_inputs` of a batch's account."""

from __future__ import annotations

import pytest

from runcomfy_models import RunComfy
from runcomfy_models.batch import Batch
from runcomfy_models.runwayml.runway_aleph import video_to_video
from tests.batch.table import Table
from tests.journal.jobs import inputs


def test_extra_inputs_that_the_schema_has_are_refused(table: Table) -> None:
    with (
        RunComfy(token="t", extra_inputs={"ratio": "9:9"}) as account,  # noqa: S106
        Batch(table.journal, account=account) as batch,
        pytest.raises(ValueError, match="extra_inputs: the schema has ratio"),
    ):
        batch.add(video_to_video, key="a", **inputs())


def test_extra_inputs_are_logged_once_per_model(
    table: Table, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        RunComfy(token="t", extra_inputs={"new": 1}) as account,  # noqa: S106
        Batch(table.journal, account=account) as batch,
    ):
        for key in "ab":
            batch.add(video_to_video, key=key, **inputs(key))
    messages = [record.message for record in caplog.records]
    assert messages == [f"{video_to_video.MODEL_ID}: sending unchecked: new"]
