"""An agent's session: answers that say what is next, jobs paid for once, within its limits."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import pytest

from runcomfy_models import (
    InvalidInputError,
    JournalError,
    KeyConflict,
    NotFoundError,
    OverBudget,
    PriceTooHigh,
    RunComfyError,
    SubmissionUnknown,
    WaitTimeout,
)
from runcomfy_models._runtime.journal import stored_files
from runcomfy_models.agents.folders import NotAllowed
from runcomfy_models.agents.session import Session
from runcomfy_models.agents.tool_answers import described
from runcomfy_models.journal import Journal
from runcomfy_models.kling.kling_3_0.standard import image_to_video
from runcomfy_models.testing import Course, Simulator, faults
from tests.agents.conftest import ALEPH, INPUTS, KLING, NewSession

T = TypeVar("T")

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cf500f0003860180"
    "5a347d6b0000000049454e44ae426082"
)


def results_of(session: Session, *calls: Coroutine[Any, Any, T]) -> list[T]:
    """Return the results of `calls` of a session, which are made at the same time."""

    async def gathered() -> list[T]:
        try:
            return await asyncio.gather(*calls)
        finally:
            await session.aclose()
            session._account._account = None  # the next calls have another event loop

    return asyncio.run(gathered())


async def run(session: Session, inputs: dict[str, Any] = INPUTS, key: str = "") -> dict[str, Any]:
    return await session.run(await session.requested_job(ALEPH, inputs, key))


def wait_until_completed(session: Session, request_id: str) -> dict[str, Any]:
    for _ in range(5):
        [answer] = results_of(session, session.status(request_id))
        if answer["state"] == "completed":
            return answer
    raise AssertionError(answer)


def test_models_are_found_and_described(session: NewSession) -> None:
    agent = session()
    [listing] = results_of(agent, agent.find_models("runway aleph", "", 10))
    assert [model["model_id"] for model in listing["models"]] == [ALEPH]
    assert listing["next"]
    [no_workflow] = results_of(agent, agent.find_models("aleph", "workflow", 10))
    assert (no_workflow["models"], no_workflow["found"]) == ([], 0)
    [description] = results_of(agent, agent.describe_model(KLING))
    assert description["inputs"]["properties"]["duration"]["maximum"] == 15
    assert "title" not in description["inputs"]
    assert description["rules"][0].startswith("La somma delle durate")
    assert description["outputs"]


def test_a_description_is_short() -> None:
    answer = described(image_to_video.INFO, image_to_video.Input, image_to_video.Output)
    assert "…" in answer["inputs"]["properties"]["prompt"]["examples"][0]
    assert len(json.dumps(answer)) < 4500


def test_finding_and_describing_need_no_token(
    session: NewSession, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("RUNCOMFY_API_TOKEN")
    monkeypatch.setenv("RUNCOMFY_CONFIG_DIR", str(tmp_path))
    agent = session()
    results_of(agent, agent.find_models("", "", 10), agent.describe_model(ALEPH))
    results_of(agent, agent.price(ALEPH, {}))


@pytest.mark.usefixtures("priced")
def test_a_price_comes_with_the_budget_that_is_left(session: NewSession) -> None:
    agent = session(budget=Decimal("1.00"))
    [answer] = results_of(agent, agent.price(ALEPH, INPUTS))
    assert (answer["price"], answer["low"], answer["budget_left"]) == ("$0.35", "0.35", "$1.00")


@pytest.mark.usefixtures("priced")
def test_a_job_from_its_run_to_its_files(
    session: NewSession, simulator: Simulator, files: Path
) -> None:
    agent = session(budget=Decimal("1.00"))
    [started] = results_of(agent, run(agent, key="a"))
    assert (started["paid_before"], started["budget_left"]) == (False, "$0.65")
    request_id = started["request_id"]
    with pytest.raises(WaitTimeout, match="its files are not there yet"):
        results_of(agent, agent.download(request_id, ""))
    ended = wait_until_completed(agent, request_id)
    assert (ended["cost"], ended["budget_left"]) == ("$0.35", "$0.65")
    [stored] = results_of(agent, agent.download(request_id, ""))
    assert {Path(path).parent for path in stored["paths"]} == {files}
    assert results_of(agent, agent.download(request_id, "")) == [stored]  # none is there twice
    with pytest.raises(NotAllowed):
        results_of(agent, agent.download(request_id, ".."))
    simulator.ledger.assert_token_stayed_home()


@pytest.mark.usefixtures("simulator")
def test_an_answer_says_that_the_files_are_not_in_the_journal(
    session: NewSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    agent = session()
    [started] = results_of(agent, run(agent))
    wait_until_completed(agent, started["request_id"])

    def fail(*_: Any, **__: Any) -> None:
        raise JournalError("the disk is full")

    monkeypatch.setattr(stored_files, "record_stored_files", fail)
    [stored] = results_of(agent, agent.download(started["request_id"], ""))
    assert Path(stored["paths"][0]).is_file()
    assert "not recorded in the journal: the disk is full" in stored["next"]


@pytest.mark.usefixtures("priced")
def test_a_repeated_call_pays_once(session: NewSession, simulator: Simulator) -> None:
    before = len(simulator.ledger.submissions)
    agent = session(budget=Decimal("0.40"))
    answers = results_of(agent, *[run(agent, key="same") for _ in range(4)])
    answers += results_of(agent, run(agent, key="same"))
    assert len({answer["request_id"] for answer in answers}) == 1
    assert len(simulator.ledger.submissions) == before + 1
    other_session = session(budget=Decimal("0.00"))  # another session: it costs nothing more
    assert results_of(other_session, run(other_session, key="same"))[0]["paid_before"] is True
    with pytest.raises(KeyConflict):
        results_of(agent, run(agent, {**INPUTS, "prompt": "y"}, key="same"))


@pytest.mark.usefixtures("priced")
def test_jobs_at_the_same_time_share_the_budget(session: NewSession, simulator: Simulator) -> None:
    before = len(simulator.ledger.submissions)
    agent = session(budget=Decimal("1.00"))

    async def is_run() -> bool:
        try:
            await run(agent)
        except OverBudget:
            return False
        return True

    assert sorted(results_of(agent, *[is_run() for _ in range(6)])) == [False] * 4 + [True] * 2
    assert len(simulator.ledger.submissions) == before + 2


@pytest.mark.usefixtures("priced")
def test_a_job_above_the_limit_for_one_job_is_refused(session: NewSession) -> None:
    agent = session(max_cost=Decimal("0.30"))
    with pytest.raises(PriceTooHigh):
        results_of(agent, run(agent))


def test_an_unknown_price_needs_an_amount_to_reserve(session: NewSession) -> None:
    agent = session(budget=Decimal("1.00"))
    with pytest.raises(OverBudget, match="--max-cost-unknown allow"):
        results_of(agent, run(agent))
    agent = session(budget=Decimal("1.00"), max_cost=Decimal("0.60"), max_cost_unknown="allow")
    assert results_of(agent, run(agent))[0]["budget_left"] == "$0.40"
    with pytest.raises(OverBudget):
        results_of(agent, run(agent))


@pytest.mark.usefixtures("priced")
def test_the_amount_reserved_for_a_refused_job_is_released(
    session: NewSession, simulator: Simulator
) -> None:
    agent = session(budget=Decimal("1.00"))
    simulator.faults.submit(faults.error_code(400002, 400, "no balance"))
    with pytest.raises(RunComfyError, match="no balance"):
        results_of(agent, run(agent))
    assert agent._budget.left == 1


@pytest.mark.usefixtures("priced")
def test_an_unknown_job_keeps_its_reserved_amount_and_is_never_sent_again(
    session: NewSession, simulator: Simulator
) -> None:
    before = len(simulator.ledger.submissions)
    agent = session(budget=Decimal("1.00"))
    simulator.faults.submit(faults.lost_answer())
    for _ in range(3):
        with pytest.raises(SubmissionUnknown):
            results_of(agent, run(agent, key="lost"))
    assert agent._budget.left == Decimal("0.65")
    assert len(simulator.ledger.submissions) == before + 1


@pytest.mark.usefixtures("priced")
@pytest.mark.parametrize("is_answer_lost", [True, False])
def test_other_inputs_under_a_used_key_release_no_reserved_amount(
    is_answer_lost: bool, session: NewSession, simulator: Simulator
) -> None:
    """The reserved amount belongs to the job of that key, which may be paid for."""
    agent = session(budget=Decimal("1.00"))
    if is_answer_lost:
        simulator.faults.submit(faults.lost_answer())
        with pytest.raises(SubmissionUnknown):
            results_of(agent, run(agent, key="used"))
    else:
        results_of(agent, run(agent, key="used"))
    other_inputs = {**INPUTS, "prompt": "y"}
    with pytest.raises(KeyConflict):
        results_of(agent, run(agent, other_inputs, key="used"))
    assert agent._budget.left == Decimal("0.65")
    [answer] = results_of(agent, run(agent, other_inputs))  # without a key, it is a new job
    assert (answer["paid_before"], answer["budget_left"]) == (False, "$0.30")


def test_a_paid_call_is_recorded_although_its_agent_disconnects(
    session: NewSession, simulator: Simulator, journal: Journal
) -> None:
    simulator.faults.submit(faults.delay(0.5))
    agent = session()

    async def leave() -> None:
        running = asyncio.ensure_future(run(agent, key="left"))
        while not agent._paying:
            await asyncio.sleep(0.01)
        running.cancel()
        await agent.aclose()

    asyncio.run(leave())
    entry = journal.get("left")
    assert entry is not None
    assert entry.request_id == simulator.ledger.jobs[-1].id


@pytest.mark.usefixtures("priced")
@pytest.mark.parametrize(("end", "budget_left"), [("failed", "$0.65"), ("cancelled", "$1.00")])
def test_a_failed_or_cancelled_job_is_reported_with_the_budget_that_is_left(
    end: str, budget_left: str, session: NewSession, simulator: Simulator
) -> None:
    simulator.jobs.next(Course(queued=0, running=0, end=end, error="no face", cost=None))
    agent = session(budget=Decimal("1.00"))
    [started] = results_of(agent, run(agent))
    [answer] = results_of(agent, agent.status(started["request_id"]))
    assert (answer["state"], answer["budget_left"]) == (end, budget_left)
    assert results_of(agent, agent.status(started["request_id"])) == [answer]


def test_a_job_that_was_submitted_elsewhere_is_followed(
    session: NewSession, simulator: Simulator
) -> None:
    simulator.jobs.next(Course(queued=0, running=0))
    job = simulator.jobs.submit(ALEPH, "digest")
    agent = session()
    [answer] = results_of(agent, agent.status(job.id))
    assert answer["state"] == "completed"
    [stored] = results_of(agent, agent.download(job.id, "new"))
    assert stored["paths"]
    with pytest.raises(NotFoundError):
        results_of(agent, agent.status("no-such-job"))


def test_a_file_in_an_allowed_folder_is_sent(
    session: NewSession, simulator: Simulator, files: Path, journal: Journal
) -> None:
    (files / "face.png").write_bytes(PNG)
    agent = session()
    inputs = {
        "prompt": "x",
        "start_image_url": "face.png",
        "elements": [{"frontal_image_url": str(files / "face.png")}],
    }

    async def run_job() -> dict[str, Any]:
        return await agent.run(await agent.requested_job(KLING, inputs, "with-file"))

    results_of(agent, run_job())
    entry = journal.get("with-file")
    assert entry is not None
    assert entry.inputs is not None
    assert entry.inputs["start_image_url"]["$media"]["path"] == str(files / "face.png")
    assert entry.inputs["elements"][0]["frontal_image_url"]["$media"]["size"] == len(PNG)


def test_every_problem_is_reported_at_once(session: NewSession, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(PNG)
    inputs = {
        "prompt": 5,
        "start_image_url": "../secret.png",
        "elements": [
            {"frontal_image_url": "https://example.com/a.png", "video_url": "/etc/passwd"}
        ],
        "duration": 99,
    }
    agent = session()
    with pytest.raises(InvalidInputError) as caught:
        results_of(agent, agent.requested_job(KLING, inputs, ""))
    assert {problem.path for problem in caught.value.problems} == {
        "prompt",
        "start_image_url",
        "elements[0].video_url",
        "duration",
    }
    assert "root:" not in str(caught.value)  # of /etc/passwd


def test_an_unknown_model_is_reported(session: NewSession) -> None:
    agent = session()
    for call in (agent.describe_model, lambda name: agent.price(name, {})):
        with pytest.raises(NotFoundError, match="kling"):
            results_of(agent, call("kling/kling-3.0/standard/image-to-vide"))
