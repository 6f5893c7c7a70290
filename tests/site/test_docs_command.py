"""`runcomfy-codegen docs` builds a whole site, of harmless pages, and only when it has to."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from bs4 import BeautifulSoup

from runcomfy_codegen.cli import run
from runcomfy_codegen.site import building
from runcomfy_codegen.untrusted_text import printable
from tests.site.conftest import HOSTILE_TEXT, Build

KLING = "models/kling/kling-3.0/standard/image-to-video"
ALLOWED_ELEMENTS = {
    *("a", "article", "br", "button", "code", "div", "h1", "h2", "input", "label", "li", "nav"),
    *("p", "path", "pre", "span", "strong", "svg", "table", "tbody", "td", "th", "thead", "tr"),
    "ul",
}
"""The elements of a model's page."""


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def pages(site: Path) -> Iterator[Path]:
    return site.rglob("index.html")


def without_blanks(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_each_page_has_its_markdown_beside_it(site: Path) -> None:
    markdown_files = {path.with_name("index.html.md") for path in pages(site)}
    assert len(markdown_files) > 20
    assert markdown_files == set(site.rglob("*.md"))


def test_llms_txt_lists_every_page_but_the_lists(site: Path) -> None:
    links = re.findall(r"\]\(([^)]+)\)", (site / "llms.txt").read_text("utf-8"))
    listed = {site / link.replace("%20", " ") for link in links}
    assert set(site.rglob("*.md")) - listed == {
        *(site / "index.html.md", site / "models/index.html.md"),
    }


def test_a_page_has_an_example_in_each_language(site: Path) -> None:
    labels = soup(site / KLING / "index.html").select(".tabbed-labels label")
    assert [label.get_text() for label in labels] == [
        *("Python", "Python, async", "Python, typed", "Command line", "curl", "TypeScript")
    ]


@pytest.mark.parametrize("name", ["index", "README", "Video 01 Live", "Video 01 Live/draft"])
def test_any_id_has_a_page(name: str, site: Path) -> None:
    title = soup(site / "models/acme" / name / "index.html").find("title")
    assert title
    assert title.get_text().strip() == f"acme/{name} - runcomfy-models"


def test_texts_of_a_page_are_shown_as_text_only(site: Path) -> None:
    page = soup(site / "models/acme/evil/index.html")
    article = page.find("article")
    assert article
    assert {tag.name for tag in article.find_all(True)} <= ALLOWED_ELEMENTS
    assert not [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")]
    visible = without_blanks(article.get_text())
    text = without_blanks(printable(" ".join(HOSTILE_TEXT.split())))
    assert visible.count(text) >= 6
    links = [str(link["href"]) for link in article.select("a[href]")]
    assert [link for link in links if not link.startswith("#")] == [
        "https://www.runcomfy.com/a%29%3Cb%3E%22%27%60%2A_%5B%5D"
    ]


def test_texts_are_harmless_in_the_list_of_models(site: Path) -> None:
    article = soup(site / "models/index.html").find("article")
    assert article
    assert {tag.name for tag in article.find_all(True)} <= ALLOWED_ELEMENTS
    assert len(article.select("tbody tr")) == 7


def test_a_page_loads_nothing_from_elsewhere(site: Path) -> None:
    for path in pages(site):
        page = soup(path)
        loaded = [tag.get("src") for tag in page.select("[src]")]
        loaded += [tag.get("href") for tag in page.select("link[href]")]
        assert not [url for url in loaded if re.match(r"(?:https?:)?//", str(url))], path


def test_a_site_that_is_up_to_date_is_left_alone(schemas: Path, site: Path, build: Build) -> None:
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    result = build(schemas, site)
    assert (result.exit_code, "is up to date" in result.output) == (0, True)
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == before


def test_a_changed_site_is_built_again(
    schemas: Path, site: Path, build: Build, tmp_path: Path
) -> None:
    shutil.copytree(schemas, tmp_path / "schemas")
    shutil.copytree(site, tmp_path / "site")
    shutil.rmtree(tmp_path / "schemas/acme/README")
    result = build(tmp_path / "schemas", tmp_path / "site")
    assert result.exit_code == 0, result.output
    assert not (tmp_path / "site/models/acme/README").exists()
    assert (tmp_path / "site" / KLING / "index.html").is_file()


def test_a_folder_that_is_not_ours_is_left_alone(
    schemas: Path, build: Build, tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text("somebody's")
    result = build(schemas, tmp_path)
    assert (result.exit_code, [*tmp_path.iterdir()]) == (2, [tmp_path / "index.html"])
    assert "was not made by runcomfy-codegen docs: nothing was written" in result.output


def test_errors_of_schemas_are_named_and_nothing_is_built(build: Build, tmp_path: Path) -> None:
    (tmp_path / "schemas/acme/m").mkdir(parents=True)
    (tmp_path / "schemas/acme/m/input.json").write_text("{")
    result = build(tmp_path / "schemas", tmp_path / "site")
    assert result.exit_code == 2
    assert "schemas/acme/m/input.json" in result.output
    assert not (tmp_path / "site").exists()


def test_a_folder_without_schemas_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "none")
    assert run(["docs", "--schemas", missing, "--out", str(tmp_path / "site")]) == 2
    assert "could not build the site" in capsys.readouterr().err


def test_a_package_that_cannot_have_that_name_is_an_error(
    schemas: Path, build: Build, tmp_path: Path
) -> None:
    result = build(schemas, tmp_path / "site", "--package", "a b")
    assert result.exit_code == 2
    assert "'a b' is not a name for a Python package" in result.output
    assert not (tmp_path / "site").exists()


def test_a_broken_link_in_a_guide_is_named(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/index.md").write_text("# A\n\n[b](no-such-page.md)\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ndocs_dir: pages\nsite_dir: site\n")
    with pytest.raises(building.BuildError) as caught:
        building.run_zensical(tmp_path)
    assert "no-such-page.md" in click.unstyle(str(caught.value))
