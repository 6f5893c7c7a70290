"""The library's messages without Python's terms: each wording still matches a real message."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from runcomfy_models import AuthenticationError, Price, PriceTooHigh
from runcomfy_models._runtime.batch.plan import Plan
from runcomfy_models._runtime.errors import ServerError
from runcomfy_models._runtime.http.answers import Answer
from runcomfy_models._runtime.http.calls import Call
from runcomfy_models._runtime.http.credentials import find_token
from runcomfy_models._runtime.http.submission import submission_unknown
from runcomfy_models._runtime.journal.entry import read_entry
from runcomfy_models._runtime.journal.paid_calls.failures import recorded_unknown
from runcomfy_models._runtime.media.text_check import bytes_problem, text_problem
from runcomfy_models._runtime.models.problems import problems_of
from runcomfy_models._runtime.plain_messages import PLAIN_WORDING, plain_message
from runcomfy_models._runtime.pricing import check_price
from runcomfy_models._runtime.service import BASE_URL
from runcomfy_models.kling.kling_3_0.standard import image_to_video

NO_PRICE = Price(None, None, None, "the catalog has no price")
DOLLAR = Price(Decimal(1), Decimal(1), "output", "$1.00 for each output")


def invalid(**inputs: Any) -> Iterator[str]:
    """Yield the value and the message of the first problem of `inputs`."""
    with pytest.raises(ValidationError) as caught:
        image_to_video.Input(**inputs)
    problem = problems_of(caught.value)[0]
    yield from (str(problem.value), problem.message)


def messages(file: Path) -> Iterator[str]:
    """Yield messages of the library, one or more for each wording."""
    yield from invalid(prompt="x", start_image_url=Path("missing.png"))
    yield from invalid(prompt="x", start_image_url=io.BytesIO(b"x"))
    yield from invalid(prompt="x", start_image_url="https://a.b.com/", multi_prompt=[1])
    yield str(text_problem("no URL", "image", BASE_URL))
    yield str(text_problem(str(file), "image", BASE_URL))
    yield bytes_problem("image")
    with pytest.raises(AuthenticationError) as no_token:
        find_token(None)
    yield str(no_token.value)
    for price in (NO_PRICE, DOLLAR):
        with pytest.raises(PriceTooHigh) as too_high:
            check_price(price, "0.50", "refuse", "acme/x")
        yield str(too_high.value)
    yield Plan({}, 1, 0, NO_PRICE, [], unpriced=["acme/x"]).budget_problem
    yield str(unknown_submission())
    yield str(recorded_unknown(read_entry(unknown_row())))


def unknown_submission() -> Exception:
    text = '{"request_id": "01234567-89ab-4cde-8f01-23456789abcd"'
    call = Call("POST", "/", "acme/x")
    return submission_unknown(ServerError("cut"), call, datetime.now(UTC), Answer(500, text))


def unknown_row() -> dict[str, Any]:
    now = datetime.now(UTC).isoformat()
    columns = {
        "key": "k",
        "model_id": "acme/x",
        "planned_at": now,
        "sent_at": now,
        "paid_before": 0,
    }
    return defaultdict(lambda: None, columns)


@pytest.fixture
def library_messages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("RUNCOMFY_CONFIG_DIR", str(tmp_path))
    file = tmp_path / "photo.png"
    file.touch()
    return list(messages(file))


def test_each_wording_matches_a_message_of_the_library(library_messages: list[str]) -> None:
    text = "\n".join(library_messages)
    assert not [pattern for pattern in PLAIN_WORDING if not re.search(pattern, text)]


def test_a_plain_message_contains_no_python(library_messages: list[str]) -> None:
    plain = "\n".join(map(plain_message, library_messages))
    assert not re.findall(r"\w+\(|\w+=…|(?<!-)max_cost\w*|dictionary", plain)
