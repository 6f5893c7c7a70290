"""A real browser: Chromium of this machine, driven by Playwright, with axe for accessibility."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
INSTALL = "apt-get install --no-install-recommends chromium"

QUIET = (
    "--disable-background-networking --disable-component-update --disable-sync --no-first-run"
).split()
"""Options that keep it from connecting to its vendor."""


class BrowserError(Exception):
    """The browser did not start, or crashed; the message says where, and what to do."""


def find_browser() -> str | None:
    """Return the path of the browser; None if there is none."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


@contextmanager
def running(program: str) -> Iterator[Browser]:
    """Run the browser at the path `program`."""
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        except Error as error:
            raise BrowserError(
                f"{program} did not start: {_first_line(error)}; install it again: {INSTALL}"
            ) from None
        with browser:
            yield browser


class Tab:
    """A page in the browser, which records what goes wrong in it."""

    def __init__(self, browser: Browser, home: str, scheme: str = "light") -> None:
        """Open an empty page in colours for `scheme`: light or dark. `home` is a URL."""
        self.page = browser.new_page(color_scheme=scheme)
        self.home = home
        self.errors: list[str] = []
        """Errors on the console, exceptions, and what an `alert` says."""
        self.foreign: list[str] = []
        """URLs that were asked for and are not below `home`."""
        self.page.on(
            "console", lambda message: message.type == "error" and self.errors.append(message.text)
        )
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", self._dismiss)
        self.page.on("request", lambda request: self._note(request.url))

    def open(self, path: str = "") -> None:
        """Open the page at `path` below `home`, and wait until it is loaded."""
        from playwright.sync_api import Error

        try:
            self.page.goto(self.home + path)
            self.page.wait_for_load_state("load")
        except Error as error:
            url = self.home + path
            raise BrowserError(f"the browser did not show {url}: {_first_line(error)}") from None

    def problems(self) -> list[str]:
        """Return errors, requests to other hosts, and what axe finds."""
        from axe_playwright_python.sync_playwright import Axe

        violations = Axe().run(self.page).response["violations"]
        descriptions = [
            f"{violation['id']}: {violation['nodes'][0]['html'][:200]}" for violation in violations
        ]
        return [*self.errors, *self.foreign, *descriptions]

    def close(self) -> None:
        """Close the page."""
        self.page.close()

    def _dismiss(self, dialog: Dialog) -> None:
        self.errors.append(f"a script said {dialog.message}")
        dialog.dismiss()

    def _note(self, url: str) -> None:
        if not url.startswith((self.home, "data:", "blob:")):
            self.foreign.append(url)


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
