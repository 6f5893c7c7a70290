"""The page of the simulator in a real browser."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import httpx
import pytest

from runcomfy_models.testing import Course, Simulator, faults
from tests.browser import Tab
from tests.simulator.real_models import INPUTS, KLING, SUBMIT

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_shows_each_event_at_once_and_has_no_problem(
    scheme: str, browser: Any, simulator: Simulator, http: httpx.Client, picture: Any
) -> None:
    tab = Tab(browser, f"{simulator.base_url}/", scheme)
    tab.open()
    body = tab.page.locator("body")
    body.get_by_text("No job was submitted yet.").wait_for()
    simulator.jobs.next(Course(end="failed", error=HOSTILE))
    simulator.faults.by_chance(0.05, Random(7), "files")
    http.post(SUBMIT, json=INPUTS[KLING])
    body.get_by_text("in queue, place 1").wait_for()
    for _ in range(2):
        http.get(f"/v1/requests/sim-000001/status?{HOSTILE}")
    body.get_by_text("failed").wait_for()
    body.get_by_text(HOSTILE).first.wait_for()
    body.get_by_text("5% of them").wait_for()
    simulator.faults.status(faults.server_error(503))
    http.get("/v1/requests/sim-000001/status")
    body.get_by_text("HTTP 503").wait_for()
    picture(tab.page)
    assert tab.page.locator("img").count() == 0
    assert tab.problems() == []
    tab.close()


def test_names_from_schemas_are_text(browser: Any, tmp_path: Path) -> None:
    folder = tmp_path / "acme" / "<b onclick=alert(1)>{{x}}"
    folder.mkdir(parents=True)
    (folder / "input.json").write_text(json.dumps({"type": "object", "properties": {}}))
    with Simulator(schemas=tmp_path) as simulator:
        headers = {"Authorization": f"Bearer {simulator.token}"}
        url = f"{simulator.base_url}/v1/models/acme/%3Cb%20onclick=alert(1)%3E%7B%7Bx%7D%7D"
        assert httpx.post(url, json={}, headers=headers).status_code == 200
        tab = Tab(browser, f"{simulator.base_url}/")
        tab.open()
        tab.page.get_by_text("acme/<b onclick=alert(1)>{{x}}").wait_for()
        assert tab.page.locator("b").count() == 0
        assert tab.problems() == []
        tab.close()


def test_the_page_shows_the_latest_of_many_jobs_and_says_so(
    browser: Any, simulator: Simulator, http: httpx.Client
) -> None:
    tab = Tab(browser, f"{simulator.base_url}/")
    tab.open()
    for _ in range(101):
        http.post(SUBMIT, json=INPUTS[KLING])
    tab.page.get_by_role("heading", name="Jobs the latest 100").wait_for()
    tab.page.get_by_text("sim-000101").wait_for()
    assert tab.page.get_by_text("sim-000001").count() == 0
    tab.close()


def test_the_page_reconnects_to_a_restarted_simulator(browser: Any) -> None:
    with Simulator() as first:
        port = int(first.base_url.rpartition(":")[2])
        tab = Tab(browser, f"{first.base_url}/")
        tab.open()
        tab.page.get_by_role("status").get_by_text("what happens shows here").wait_for()
    tab.page.get_by_role("status").get_by_text("Not connected").wait_for()
    with Simulator(port=port):
        tab.page.get_by_role("status").get_by_text("what happens shows here").wait_for()
    tab.close()


def test_the_page_says_when_the_simulator_has_stopped(browser: Any) -> None:
    with Simulator() as simulator:
        tab = Tab(browser, f"{simulator.base_url}/")
        tab.open()
        tab.page.get_by_role("status").get_by_text("Connected").wait_for()
    tab.page.get_by_role("status").get_by_text("Not connected").wait_for()
    tab.close()
