"""No payment by accident: limits, unknown prices, and what counts as consent."""

from __future__ import annotations

import json
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from runcomfy_models import ModelInfo
from runcomfy_models._runtime.pricing import PriceAmount
from runcomfy_models.journal import Journal
from runcomfy_models.kling.kling_3_0.standard import image_to_video
from runcomfy_models.testing import Course, Simulator
from tests.cli.conftest import Cli
from tests.cli.test_exit_codes import RUN
from tests.simulator.real_models import KLING


@pytest.fixture
def priced(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model costs 0.10 dollars a second, from 3 to 15 of them."""
    info = ModelInfo(KLING, price=Decimal("0.10"), price_unit="second")
    monkeypatch.setattr(image_to_video.Client, "info", info)
    monkeypatch.setattr(image_to_video.AsyncClient, "info", info)
    factors = (PriceAmount("duration", 3, 15),)
    monkeypatch.setattr(image_to_video.Client, "price_factors", factors)
    monkeypatch.setattr(image_to_video.AsyncClient, "price_factors", factors)


@pytest.mark.usefixtures("priced")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--duration", "5", "--max-cost", "0.50"), 0),
        (("--duration", "5", "--max-cost", "$0.50"), 0),
        (("--duration", "6", "--max-cost", "0.50"), 3),
        (("--duration", "6", "--max-cost", "0.50", "--yes"), 3),
        (("--max-cost", "1"), 3),  # up to 15 seconds
        (("--max-cost", "0"), 3),
        (("--duration", "5"), 3),
    ],
)
def test_a_cost_limit_is_consent_up_to_its_amount(
    cli: Cli, simulator: Simulator, arguments: tuple[str, ...], code: int
) -> None:
    before = len(simulator.ledger.jobs)
    assert cli(*RUN, *arguments).code == code
    assert len(simulator.ledger.jobs) - before == (code == 0)


@pytest.mark.usefixtures("priced")
def test_the_environment_may_set_a_cost_limit_and_the_option_takes_precedence(
    cli: Cli, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUNCOMFY_MAX_COST", "0.50")
    assert cli(*RUN, "--duration", "5").code == 0
    assert cli(*RUN, "--duration", "6").code == 3
    assert cli(*RUN, "--duration", "6", "--max-cost", "0.60").code == 0
    monkeypatch.setenv("RUNCOMFY_MAX_COST", "a lot")
    assert cli(*RUN, "--duration", "5", "--yes").code == 2


def test_an_unknown_price_is_above_any_limit_unless_it_is_allowed(
    cli: Cli, simulator: Simulator
) -> None:
    refused = cli(*RUN, "--max-cost", "100")
    assert refused.code == 3
    assert "--max-cost-unknown allow lets it pass" in refused.err
    assert cli(*RUN, "--max-cost", "100", "--max-cost-unknown", "allow").code == 0


@pytest.mark.usefixtures("priced")
def test_prices_are_estimated_from_the_given_inputs(cli: Cli) -> None:
    assert cli("price", KLING, "--duration", "5").out.startswith("$0.50 (")
    assert cli("price", KLING).out.startswith("$0.30 to $1.50 (")
    assert cli("price", KLING, "--duration", "5", "--json").json == {
        "model_id": KLING,
        "low": "0.50",
        "high": "0.50",
        "unit": "second",
        "basis": "$0.10 for each second, times 5 (duration)",
    }
    assert cli("price", KLING, "--duration", "99").code == 1


def test_a_dry_run_says_that_it_would_be_refused(cli: Cli) -> None:
    result = cli(*RUN, "--dry-run", "--max-cost", "1", "--json")
    assert result.code == 3
    assert result.json["payload"]["prompt"] == "a"
    assert "--max-cost is $1.00" in result.json["refused"]
    assert "it would be refused" in result.err


def test_a_dry_run_needs_no_token_and_shows_none(
    cli: Cli, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = cli(*RUN, "--dry-run", "--json")
    assert result.code == 0
    assert result.json["payload"] == {
        "prompt": "a",
        "start_image_url": "https://example.com/a.png",
    }
    assert result.json["price"]["high"] is None
    monkeypatch.setenv("RUNCOMFY_API_TOKEN", "secret-token-123")
    with_token = cli(*RUN, "--dry-run")
    assert "secret-token-123" not in with_token.out + with_token.err
    assert "$RUNCOMFY_API_TOKEN" in with_token.out
    assert list(home.iterdir()) == []


@pytest.mark.skipif(not shutil.which("curl"), reason="there is no curl")
def test_a_dry_run_is_a_call_for_curl_that_queues_the_same_job(
    cli: Cli, simulator: Simulator
) -> None:
    inputs = ("--prompt", 'it\'s "x" $HOME', "--start-image-url", "https://example.com/a.png")
    line = cli("run", KLING, *inputs, "--dry-run", "--json").json["curl"]
    completed = subprocess.run(["bash", "-c", f"{line} -s"], capture_output=True, check=True)
    assert json.loads(completed.stdout)["request_id"] == simulator.ledger.jobs[-1].id


def test_a_key_is_paid_for_once(cli: Cli, simulator: Simulator) -> None:
    before = len(simulator.ledger.jobs)
    first = cli(*RUN, "--yes", "--key", "order-17", "--json", "--out", "a")
    again = cli(*RUN, "--yes", "--key", "order-17", "--json", "--out", "b")
    assert first.json["request_id"] == again.json["request_id"]
    assert len(simulator.ledger.jobs) - before == 1
    changed = cli(*RUN, "--duration", "5", "--yes", "--key", "order-17")
    assert changed.code == 1
    assert "was used before for other inputs" in changed.err


@pytest.mark.parametrize("limit", [(), ("--max-cost", "0.0001")])
def test_a_job_that_was_paid_for_needs_no_consent(
    cli: Cli, simulator: Simulator, limit: tuple[str, ...]
) -> None:
    first = cli(*RUN, "--yes", "--key", "k", "--no-wait")
    again = cli(*RUN, "--key", "k", "--no-wait", *limit)
    assert (again.code, again.out) == (0, first.out)
    assert cli(*RUN, "--key", "other", "--no-wait", *limit).code == 3


def test_a_job_whose_files_cannot_be_stored_is_not_paid_for(cli: Cli, simulator: Simulator) -> None:
    before = len(simulator.ledger.jobs)
    Path("file").touch()
    Path("there.mp4").touch()
    for out in ("file", "file/below", "there.mp4"):
        result = cli(*RUN, "--yes", "--out", out)
        assert (result.code, "nothing was sent" in result.err) == (1, True), out
    assert len(simulator.ledger.jobs) == before


def test_a_template_names_the_files_and_the_journal_knows_them(
    cli: Cli, simulator: Simulator
) -> None:
    result = cli(
        *RUN, "--yes", "--key", "anna", "--out", "o/{key}-{n}{suffix}", "--journal", "j.db"
    )
    assert result.out == f"{Path('o/anna-1.mp4')}\n"
    with Journal("j.db") as journal:
        entry = journal.get("anna")
    assert entry is not None
    assert [path.name for path in entry.paths] == ["anna-1.mp4"]
    assert entry.state == "done"


def test_the_second_file_of_a_job_keeps_the_suffix(cli: Cli, simulator: Simulator) -> None:
    urls = [simulator.files.put(f"{n}.png", b"an image") for n in "ab"]
    simulator.jobs.next(Course(queued=0, running=0, output={"images": urls}))
    result = cli(*RUN, "--yes", "--out", "o/pic.png")
    assert [Path(line).name for line in result.out.splitlines()] == ["pic.png", "pic-2.png"]


def test_a_journal_that_cannot_be_used_stops_the_run(cli: Cli, simulator: Simulator) -> None:
    before = len(simulator.ledger.jobs)
    Path("folder").mkdir()
    Path("other.db").write_text("no journal")
    for name in ("folder", "other.db", "missing/j.db"):
        result = cli(*RUN, "--yes", "--journal", name)
        assert (result.code, "nothing was sent" in result.err) == (1, True), name
    assert len(simulator.ledger.jobs) == before


def test_a_local_file_is_sent(cli: Cli) -> None:
    Path("photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 50)
    inputs = ("--prompt", "a", "--start-image-url", "photo.png")
    payload = cli("run", KLING, *inputs, "--dry-run", "--json").json["payload"]
    assert payload["start_image_url"].startswith("data:image/png;base64,")
