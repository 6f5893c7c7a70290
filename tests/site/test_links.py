"""Every link of the built site leads to a page of it, and to a place on that page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from bs4 import BeautifulSoup


class Links(NamedTuple):
    """The links of a page, and the places on it that can be linked to."""

    targets: frozenset[str]
    places: frozenset[str]


@cache
def links_of(page: Path) -> Links:
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    targets = {str(tag.get("href", tag.get("src"))) for tag in soup.select("[href], [src]")}
    return Links(frozenset(targets), frozenset(str(tag["id"]) for tag in soup.select("[id]")))


def broken_links(site: Path) -> Iterator[str]:
    """Yield each link inside the site that leads nowhere, with its page."""
    for page in site.rglob("*.html"):
        for link in links_of(page).targets:
            if (
                page.name != "404.html"
                and not urlsplit(link).scheme
                and not leads_somewhere(page, link)
            ):
                yield f"{page.relative_to(site)}: {link}"


def leads_somewhere(page: Path, link: str) -> bool:
    path, place = urldefrag(link)
    target = Path(os.path.normpath(page.parent / unquote(path))) if path else page
    target = target / "index.html" if target.is_dir() else target
    if not target.is_file():
        return False
    is_page = target.suffix == ".html" and not place.startswith("__")  # of the theme's controls
    return not place or not is_page or unquote(place) in links_of(target).places


def test_every_link_of_the_site_leads_somewhere(site: Path) -> None:
    assert len(list(site.rglob("*.html"))) > 20
    assert sorted(broken_links(site)) == []


@pytest.mark.parametrize("link", ["../nowhere/", "#nowhere", "../start/#nowhere", "a%20b.png"])
def test_a_broken_link_would_be_found(link: str, site: Path) -> None:
    assert not leads_somewhere(site / "jobs" / "index.html", link)
    assert leads_somewhere(site / "jobs" / "index.html", "../start/#inputs")
