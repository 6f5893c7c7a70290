"""HTML is recognized by its content, and read as a browser shows it."""

from __future__ import annotations

import pytest

from runcomfy_codegen.pages.html_text import is_html, read_html
from runcomfy_codegen.pages.page_text import read_page_text
from runcomfy_codegen.pages.sources import Source, SourceError


def text_of(html: str) -> str:
    return read_html(html).text


@pytest.mark.parametrize("text", ["<!DOCTYPE html><p>", " <pre>{", "<div class='x'>", "<!-- x -->"])
def test_html_begins_with_a_tag(text: str) -> None:
    assert is_html(text)


@pytest.mark.parametrize("text", ['curl "Bearer <token>"', "use <br> or </span>", "<3 you", ""])
def test_text_that_mentions_tags_is_not_html(text: str) -> None:
    assert not is_html(text)


def test_text_in_a_file_called_html_stays_text() -> None:
    source = Source(b'--header "Bearer <token>"\n  {', html_expected=True)
    assert read_page_text(source).text == '--header "Bearer <token>"\n  {'


def test_scripts_buttons_and_line_numbers_are_left_out() -> None:
    html = (
        "<script>{</script><style>{</style><button>Copy</button><template>{</template>"
        '<pre class="line-numbers"><span class="linenumber">12</span>[48000]</pre>'
        '<td class="rouge-gutter"><pre class="lineno">1\n2\n</pre></td>'
    )
    assert text_of(html).strip() == "[48000]"


def test_line_breaks_of_the_source_count_only_in_pre() -> None:
    assert text_of("<pre>a\n  b</pre>").strip() == "a\n  b"
    assert text_of("<p>a \n  b  c</p>").strip() == "a b  c"


def test_deep_nesting_is_read() -> None:
    assert text_of("<div><b>" * 5000 + "deep").strip() == "deep"


def test_an_open_comment_hides_the_rest() -> None:
    assert text_of("<p>a</p><!-- b --><!--" * 2).strip() == "a"
    assert text_of("<!-- <p>a</p>").strip() == ""


def test_markup_that_the_parser_rejects_is_an_error() -> None:
    with pytest.raises(SourceError, match="too damaged"):
        read_page_text(Source(b"<div><![" * 3))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            '<link rel="canonical" href="https://www.runcomfy.com/a/api">',
            "https://www.runcomfy.com/a/api",
        ),
        (
            '<meta property="og:url" content="https://runcomfy.com/b?x=1#y">',
            "https://runcomfy.com/b",
        ),
        ('<link rel="canonical" href="http://www.runcomfy.com/a">', None),
        ('<link rel="canonical" href="https://evil.example/runcomfy.com">', None),
        ('<link rel="canonical" href="https://runcomfy.com.evil.example/a">', None),
        ('<link rel="canonical" href="https://notruncomfy.com/a">', None),
        ('<link rel="canonical" href="https://me:pw@runcomfy.com/a">', None),
        ('<link rel="canonical" href=\'https://runcomfy.com/a"""x\'>', None),
    ],
)
def test_only_a_docs_url_on_runcomfy_is_kept(head: str, expected: str | None) -> None:
    html = f"<html><head>{head}</head><body>x</body></html>"
    assert read_page_text(Source(html.encode())).docs_url == expected


def test_a_declared_encoding_is_used() -> None:
    html = '<html><head><meta charset="iso-8859-1"></head><p>é</p></html>'
    assert "é" in read_page_text(Source(html.encode("latin-1"))).text
    assert "é" in read_page_text(Source("<p>é</p>".encode("cp1252"), charset="cp1252")).text


def test_utf_16_with_a_byte_order_mark_is_decoded() -> None:
    assert read_page_text(Source("é".encode("utf-16"))).text == "é"


def test_bytes_that_cannot_be_decoded_are_refused() -> None:
    with pytest.raises(SourceError, match="not UTF-8: byte 0xe9 at 2; save the page as UTF-8"):
        read_page_text(Source(b"ab\xe9"))
