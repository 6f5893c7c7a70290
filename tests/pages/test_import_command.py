"""`runcomfy-codegen import` tries every page, reports each, and never writes half of one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.diff.conftest import CommandResult

from .conftest import Answer, Server
from .page_factory import INPUT, Model, as_lines, dumped, pieces, prism

Import = Callable[..., CommandResult]
PAGE = as_lines(pieces(Model()))
ID = "acme/dream-1.0/text-to-image"


def test_a_page_is_imported(import_pages: Import, page_file: Path, tmp_path: Path) -> None:
    result = import_pages(page_file)
    files = "(service.json, input.json, output.json, example.json)"
    assert result == CommandResult(0, f"{page_file}: {ID} new {files}\n", "")
    assert (tmp_path / "schemas" / ID / "input.json").read_text("utf-8") == dumped(INPUT) + "\n"


def test_warnings_are_indented_lines(import_pages: Import, page_file: Path) -> None:
    page_file.write_text(PAGE.replace("smile", "frown", 1), encoding="utf-8")
    assert import_pages(page_file).out.splitlines()[1].startswith("  warning: the submit commands")


def test_other_pages_are_still_tried(import_pages: Import, page_file: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text(PAGE.replace(dumped(INPUT), ""), encoding="utf-8")
    result = import_pages(bad, tmp_path, tmp_path / "none", page_file)
    assert result.status == 1
    assert result.out.startswith(f"{page_file}: {ID} new")
    assert result.err.splitlines()[:2] == [
        f"{bad}: not imported",
        f"  found: model_id {ID}, example body, output schema, "
        "submit endpoint POST /v1/models/{model_id}, "
        "status endpoint GET /v1/requests/{request_id}/status, "
        "result endpoint GET /v1/requests/{request_id}/result, "
        "cancel endpoint POST /v1/requests/{request_id}/cancel",
    ]
    assert "  missing: input schema\n" in result.err
    assert "  cannot be read: Is a directory\n" in result.err


@pytest.mark.parametrize(
    ("data", "format_name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF file"),
        (b"PK\x03\x04\x14\0", "a ZIP archive, as .docx and .odt are"),
        (rb"{\rtf1\ansi", "an RTF file"),
        (
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
            "MHTML, a page in a single file",
        ),
    ],
)
def test_a_file_of_another_format_is_named(
    import_pages: Import, tmp_path: Path, data: bytes, format_name: str
) -> None:
    (tmp_path / "page").write_bytes(data)
    result = import_pages(tmp_path / "page")
    assert (result.status, result.err.splitlines()[1]) == (
        1,
        f"  {format_name}: save the page as text or HTML",
    )


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_page_is_reported(import_pages: Import, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "empty.txt").write_bytes(data)
    result = import_pages(tmp_path / "empty.txt")
    assert (result.status, result.err.splitlines()[1]) == (1, "  the page is empty")


@pytest.mark.parametrize("name", ["../../../x/y", "/etc/passwd"])
def test_an_unsafe_id_writes_nothing(import_pages: Import, tmp_path: Path, name: str) -> None:
    (tmp_path / "p.txt").write_text(as_lines(pieces(Model(model_id=name))), encoding="utf-8")
    assert import_pages(tmp_path / "p.txt").status == 1
    assert [path.name for path in tmp_path.iterdir()] == ["p.txt"]


def test_an_html_page_from_a_url_keeps_its_docs_url(
    import_pages: Import, server: Server, tmp_path: Path
) -> None:
    link = '<link rel="canonical" href="https://www.runcomfy.com/models/x/api">'
    html = prism(pieces(Model())).replace("<head>", f"<head>{link}")
    server.answers["/api"] = Answer(html.encode(), headers={"Content-Type": "text/html"})
    assert "page.json)" in import_pages(f"{server.url}/api").out
    assert "/models/x/api" in (tmp_path / "schemas" / ID / "page.json").read_text("utf-8")


def test_a_page_cannot_control_the_terminal(import_pages: Import, tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text('{"a\x1b[31m\u202e": x' + PAGE, encoding="utf-8")
    result = import_pages(tmp_path / "p.txt")
    assert "\x1b" not in result.out + result.err
    assert "\u202e" not in result.out + result.err


def test_a_broken_service_file_stops_the_run(import_pages: Import, page_file: Path) -> None:
    schemas = page_file.parent / "schemas"
    schemas.mkdir()
    (schemas / "service.json").write_text("{", encoding="utf-8")
    result = import_pages(page_file)
    assert result.status == 1
    assert "service.json: not JSON" in result.err


def test_a_folder_that_cannot_be_written_is_reported(import_pages: Import, page_file: Path) -> None:
    (page_file.parent / "schemas").mkdir()
    (page_file.parent / "schemas" / "acme").write_text("in the way", encoding="utf-8")
    result = import_pages(page_file)
    assert result.status == 1
    assert "  cannot be stored: " in result.err


def test_wrong_usage_exits_with_2(import_pages: Import) -> None:
    assert import_pages().status == 2
    assert import_pages("--nothing", "x").status == 2


def test_a_closed_standard_input_is_reported(
    import_pages: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After `<&-` in a shell, Python sets `sys.stdin` to None."""
    monkeypatch.setattr(sys, "stdin", None)
    result = import_pages("-")
    assert (result.status, result.err.splitlines()[1]) == (
        1,
        "  cannot be read: standard input is closed",
    )


def test_texts_in_another_language_are_noted_once_with_the_way_to_translate_them(
    import_pages: Import, tmp_path: Path
) -> None:
    words = "La durata del video in secondi, che non deve essere zero; una immagine."
    names = []
    for number in range(2):
        schema = {**INPUT, "title": "Schema di input", "description": words}
        model = Model(model_id=f"acme/dream-{number}/text-to-image", input=schema)
        names.append(str(tmp_path / f"{number}.txt"))
        Path(names[-1]).write_text(as_lines(pieces(model, "it")), "utf-8")
    result = import_pages(*names)
    assert result.out.count("note: texts are not in English (it)") == 1
    assert '["<model_id>".patch]' in result.out


def test_english_texts_are_not_noted(import_pages: Import, page_file: Path) -> None:
    assert "not in English" not in import_pages(page_file).out
