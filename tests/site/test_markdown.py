"""A page shows any text as it is: nothing in it is markup."""

from __future__ import annotations

from functools import cache

import pytest
import yaml
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from runcomfy_codegen.site.markdown import code, escaped, fence, inline, paragraph
from runcomfy_codegen.site.templates import fenced, render_file, with_code
from runcomfy_codegen.untrusted_text import printable
from tests.fidelity.hostile import PAYLOADS

MARKUP = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</code></td></table>", "<!-- c",
    "<style>*{}</style>", "<?php ?>", "<![CDATA[x]]>", "&lt;b&gt; &#60; &copy", "{{ 7 * 7 }}",
    "{% x %}", "{! include.md !}", "{: #id .c onclick=x}", "{ .c }", "# head", "head\n====",
    "head\n---", "1. item", "2) item", "- item", "+ item", "* item", "> quote", "    code",
    "```\ncode\n```", "~~~~", "::: os", "!!! note", "??? note", "=== \"tab\"", "/// note", "+++",
    '--8<-- "/etc/passwd"', "---", "***", "___", "| a | b |\n|---|---|\n| c | d |", "| a " * 1000,
    "[x](javascript:alert(1))", "![i](http://e.example/x)", "<http://e.example>",
    "http://e.example/a_b_c", "[ref]: http://e.example", "[^1]: note", "[^1]", "*[HTML]: x",
    "[[wiki]]", ":smile:", "*b* _i_ __b__ `c` ``d`` $x$ ^s^ ~~d~~ ==m== ++k++", "a\\", "\\`",
    "\\*", "`", "`` ` ``", "a  \nb", "\u202eabc\u2066",
    "\u05de\u05d4 \u200f\u05e9\u05dc\u05d5\u05dd", "${x} #{y} <%= 1 %>", ": term",
    "term\n: definition", "](x)", "\x00\x1b[31m", "stx\u0002etx\u0003",
]  # fmt: skip
"""Texts that some flavour of Markdown, a template, a terminal or a browser would act on."""

PARTS = st.sampled_from([*MARKUP, *PAYLOADS])
TEXTS = st.one_of(
    PARTS,
    st.lists(PARTS, min_size=2, max_size=3).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)


@cache
def converter() -> Markdown:
    """Return a converter with the extensions of the site."""
    settings = yaml.safe_load(render_file("mkdocs.yml", navigation=[], library=""))
    extensions = [
        extension if isinstance(extension, dict) else {extension: {}}
        for extension in settings["markdown_extensions"]
    ]
    options = {name: values for extension in extensions for name, values in extension.items()}
    return Markdown(extensions=[*options], extension_configs=options)


def html(text: str) -> BeautifulSoup:
    """Return Markdown as HTML, as the site has it."""
    return BeautifulSoup(converter().reset().convert(text), "html.parser")


def visible_text(text: str) -> str:
    """Return what a reader sees of a text on one line."""
    return printable(" ".join(text.split()))


def tags(soup: BeautifulSoup) -> list[str]:
    return [tag.name for tag in soup.find_all(True)]


@pytest.mark.parametrize("text", [*MARKUP, *PAYLOADS])
def test_each_known_markup_is_shown_as_text(text: str) -> None:
    check_text(text)


@given(TEXTS)
def test_any_text_is_shown_as_text(text: str) -> None:
    check_text(text)


def check_text(text: str) -> None:
    soup = html(f"{escaped(text)}\n")
    assert tags(soup) == (["p"] if text.strip() else [])
    assert soup.get_text().strip() == visible_text(text)


@given(TEXTS)
def test_any_text_stays_in_its_cell(text: str) -> None:
    soup = html(f"| a | b |\n|---|---|\n| {escaped(text)} | {code(text)} |\n")
    assert [cell.get_text().strip() for cell in soup.select("td")][:1] == [visible_text(text)]
    assert soup.select("td")[1].get_text().strip() == printable(text).strip()
    assert [tag for tag in tags(soup) if tag not in ("td", "th", "tr", "thead", "tbody")] == [
        *("table", "code")
    ]


@given(TEXTS)
def test_any_text_stays_in_its_item(text: str) -> None:
    soup = html(f"- {escaped(text)}\n- end\n")
    assert [item.get_text().strip() for item in soup.select("li")] == [visible_text(text), "end"]
    assert set(tags(soup)) <= {"ul", "li"}


@given(TEXTS)
def test_any_text_stays_in_its_heading_and_in_bold(text: str) -> None:
    soup = html(f"# {escaped(text)}\n\nx **{escaped(text) or 'x'}**\n")
    assert soup.select_one("h1").get_text().removesuffix("¶").strip() == visible_text(text)
    assert soup.select_one("strong").get_text().strip() == (visible_text(text) or "x")


@given(TEXTS)
def test_any_text_stays_text_behind_other_text(text: str) -> None:
    soup = html(f"x {inline(text)} x\n")
    assert " ".join(soup.get_text().split()) == " ".join(f"x {visible_text(text)} x".split())
    assert tags(soup) == ["p"]


@given(TEXTS)
def test_the_lines_of_a_description_stay(text: str) -> None:
    soup = html(f"{paragraph(text)}\n")
    lines = [visible_text(line) for line in text.splitlines() if visible_text(line)]
    assert [line.strip() for line in soup.get_text("\n").split("\n") if line.strip()] == lines
    assert set(tags(soup)) <= {"p", "br"}


@given(TEXTS)
def test_no_code_ends_its_block(text: str) -> None:
    for columns in (0, 4):
        soup = html(f"{fenced(text, 'python', columns)}\n\nend\n")
        assert soup.select("p")[-1].get_text() == "end"


def test_a_fence_is_longer_than_what_is_in_it() -> None:
    assert fence("````") == "`````"


def test_back_quotes_in_our_own_texts_mean_code() -> None:
    assert with_code("the rule `a|b` is `x` now") == "the rule <code>a&#124;b</code> is `x` now"
