"""The site in a real browser: no error, no request to other hosts, search, filter, both colours."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser import Tab
from tests.site.conftest import HOSTILE_TEXT

KLING = "models/kling/kling-3.0/standard/image-to-video/"
PAGES = {
    "light": ["", "start/", "models/", KLING, "models/acme/evil/", "api/runcomfy_models.progress/"],
    "dark": ["", "start/", KLING],
}
WIDER = "document.documentElement.scrollWidth - innerWidth"
"""By how many pixels a page is wider than the window."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site_url(site: Path) -> Iterator[str]:
    """The address of the site on this machine."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


Open = Callable[..., Tab]


@pytest.fixture
def open_tab(browser: Any, site_url: str) -> Iterator[Open]:
    """Open a page of the site; it is closed after the test."""
    tabs: list[Tab] = []

    def open_page(path: str, scheme: str = "light") -> Tab:
        tabs.append(Tab(browser, site_url, scheme))
        tabs[-1].open(path)
        return tabs[-1]

    yield open_page
    for tab in tabs:
        tab.close()


@pytest.mark.parametrize(
    ("scheme", "path"), [(scheme, path) for scheme, paths in PAGES.items() for path in paths]
)
def test_a_page_has_no_error_no_foreign_request_and_nothing_that_axe_finds(
    scheme: str, path: str, open_tab: Open, picture: Any
) -> None:
    tab = open_tab(path, scheme)
    tab.page.locator("h1").wait_for()
    picture(tab.page)
    assert tab.problems() == []
    assert tab.page.evaluate(WIDER) <= 0, "it scrolls sideways"


def test_light_and_dark_are_different(open_tab: Open) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    assert open_tab("", "light").page.evaluate(colour) != open_tab("", "dark").page.evaluate(colour)


@pytest.mark.parametrize("words", ["kling-3.0/standard/image-to-video", "cfg_scale"])
def test_search_finds_a_model_by_its_id_and_by_the_name_of_an_input(
    words: str, open_tab: Open
) -> None:
    tab = open_tab("start/")
    tab.page.get_by_role("button", name="Search").first.click()
    # At once: each key would make a new list, and a click could meet an entry of an older one.
    tab.page.get_by_role("combobox").fill(words)
    results = tab.page.get_by_role("option").filter(has_text="kling-3.0/standard/image-to-video")
    results.first.click()
    tab.page.wait_for_url(f"**/{KLING}**")
    assert tab.problems() == []


def test_the_list_of_models_is_filtered_by_words_kind_and_vendor(open_tab: Open) -> None:
    from playwright.sync_api import expect  # here, since it may be missing

    tab = open_tab("models/")
    rows, count = tab.page.locator("tbody tr:visible"), tab.page.locator("output")
    total = rows.count()
    expect(count).to_have_text(f"{total} of {total} models")
    tab.page.get_by_label("Kind").select_option("image-to-video")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("kling")
    tab.page.get_by_label("Vendor").select_option("runwayml")
    expect(count).to_have_text(f"0 of {total} models")
    tab.page.get_by_label("Kind").select_option("")
    tab.page.get_by_label("Vendor").select_option("")
    tab.page.get_by_label("Words").fill("ALEPH video")
    expect(rows).to_have_count(1)
    assert tab.problems() == []


def test_a_page_with_markup_in_its_texts_shows_them_and_runs_nothing(open_tab: Open) -> None:
    tab = open_tab("models/acme/evil/")
    assert HOSTILE_TEXT.split()[0] in tab.page.inner_text("main")
    assert tab.page.locator("main :is([onerror], [onclick], img, iframe)").count() == 0
    assert tab.problems() == []
