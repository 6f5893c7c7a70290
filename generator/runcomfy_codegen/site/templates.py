"""Render the templates of pages, and of the files beside them."""

from __future__ import annotations

import json
import re
import shlex
from functools import cache
from textwrap import indent
from typing import Any

from runcomfy_codegen.rendering.templates import Filters, Templates
from runcomfy_codegen.site.markdown import Markdown, code, escaped, fence, inline, paragraph
from runcomfy_codegen.site.paths import plain_url
from runcomfy_codegen.source_folders import templates_folder

_CODE = re.compile(r"`([^`]+)`")


def render(name: str, **values: Any) -> str:
    """Return the Markdown of the template `name` with `values`.

    All of them are escaped, except our own `Markdown`.
    """
    return _templates().render(f"site/{name}.jinja", **values)


def render_file(name: str, **values: Any) -> str:
    """Return the text of the template `name` of a file that is not Markdown; nothing is escaped."""
    return _file_templates().render(f"site/{name}.jinja", **values)


def fenced(text: str, language: str, columns: int = 0) -> Markdown:
    """Return `text` as a block of code, indented by so many columns."""
    mark = fence(text)
    return Markdown(indent(f"{mark}{language}\n{text.rstrip()}\n{mark}", " " * columns))


def with_code(text: str) -> Markdown:
    """Return a text in which back-quotes mean code."""
    first, *parts = _CODE.split(text)
    spans = (code(part) if number % 2 == 0 else inline(part) for number, part in enumerate(parts))
    return Markdown(escaped(first) + " " * first.endswith(" ") + "".join(spans))


def as_json(value: Any) -> str:
    """Return JSON text, which is YAML as well, and JavaScript."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def _quoted(text: str) -> Markdown:
    return Markdown(json.dumps(text))


def _plain_url(path: str) -> Markdown:
    return Markdown(plain_url(path))


@cache
def _templates() -> Templates:
    filters: Filters = {
        "code": code,
        "fenced": fenced,
        "markdown": Markdown,
        "paragraph": paragraph,
        "plain_url": _plain_url,
        "quoted": _quoted,
        "with_code": with_code,
    }
    return Templates([templates_folder()], filters, escaped)


@cache
def _file_templates() -> Templates:
    return Templates([templates_folder()], {"json": as_json, "shell": shlex.quote})
