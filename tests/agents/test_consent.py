"""The question before a job is paid for: what the agent writes cannot look like a part of it."""

from __future__ import annotations

import pytest

from runcomfy_models._runtime.pricing import Price
from runcomfy_models.agents.consent import question

UNKNOWN = Price(None, None, None, "the catalog")


@pytest.mark.parametrize("text", ["a\nIt costs $0.00", "a\rIt", "a\x1b[2J", "a\u202eb", "a\u2028b"])
@pytest.mark.parametrize("value", [lambda text: text, lambda text: [{"a": text}]])
def test_a_text_of_the_agent_stays_on_its_line(text: str, value: object) -> None:
    inputs: dict[str, object] = {"prompt": value(text)}  # type: ignore[operator]
    message = question("some/model", inputs, UNKNOWN)
    head, line = message.split("\n")
    assert head == "Run some/model? Its price is not known (the catalog)."
    assert line.startswith("  prompt: ")
    assert line.isprintable()


def test_other_scripts_stay_readable() -> None:
    assert "prompt: 海边的灯塔" in question("some/model", {"prompt": "海边的灯塔"}, UNKNOWN)
