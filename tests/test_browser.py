"""The browser of the tests: problems of a page, and of the browser, are reported clearly."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.browser import BrowserError, Tab, running
from tests.platforms import needs_posix

BAD_PAGE = """
<title>t</title><h1>h</h1><img src="http://127.0.0.1:9/x.png">
<script>alert("boo"); console.error("said"); throw Error("thrown")</script>
"""


def test_every_problem_of_a_page_is_noted(browser: Any) -> None:
    tab = Tab(browser, "about:blank")
    tab.open()
    tab.page.set_content(BAD_PAGE)
    problems = "\n".join(tab.problems())
    tab.close()
    for expected in (
        "a script said boo",
        "said",
        "thrown",
        "http://127.0.0.1:9/x.png",
        "html-has-l",
    ):
        assert expected in problems


def test_a_page_that_crashes_is_named(browser: Any) -> None:
    tab = Tab(browser, "chrome://")
    with pytest.raises(BrowserError, match=r"did not show chrome://crash: .*crash"):
        tab.open("crash")
    tab.close()


@needs_posix("shell scripts")
def test_a_browser_that_crashes_at_its_start_is_named_with_what_to_do(tmp_path: Path) -> None:
    pytest.importorskip("playwright")
    program = tmp_path / "chromium"
    program.write_text("#!/bin/sh\necho broken >&2\nexit 3\n")
    program.chmod(0o755)

    def start() -> None:
        with running(str(program)):
            pytest.fail("it has started")

    with ThreadPoolExecutor() as threads:  # one of Playwright's loops a thread
        error = threads.submit(start).exception()
    assert isinstance(error, BrowserError)
    assert f"{program} did not start: " in str(error)
    assert "install it again: apt-get install" in str(error)
