"""One docs page, read: everything that is taken from it, or everything that kept it from that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from runcomfy_codegen.pages.curl import Curl
from runcomfy_codegen.pages.json_blocks import BrokenJson, JsonBlock
from runcomfy_codegen.pages.notes import Notes
from runcomfy_codegen.pages.protocol import (
    read_calls,
    read_example,
    read_model_id,
    read_service,
    read_statuses,
)
from runcomfy_codegen.pages.scan import find_blocks
from runcomfy_codegen.pages.schemas import note_broken, note_broken_bodies, read_schemas
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.service import Service

_MAX_BLOCKS = 5_000
"""A page has some ten; the limit keeps a hostile one from taking for ever."""

_ESCAPED_MARKDOWN = re.compile(r"/\\?\{request\\_id\\?\}")
_MARKDOWN_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


class PageError(Exception):
    """A page that cannot be imported; `notes` says what was found, missing and wrong."""

    def __init__(self, notes: Notes) -> None:
        """Keep `notes`."""
        super().__init__("; ".join([*(f"missing: {what}" for what in notes.missing), *notes.wrong]))
        self.notes = notes


@dataclass(frozen=True)
class Page:
    """What one page says, each document as JSON text in the layout of `schemas/`."""

    model_id: ModelId
    input: str
    output: str
    """The block as the page shows it, with its `output` key."""
    example: str
    service: Service
    odd: tuple[str, ...] = ()
    docs_url: str | None = None


def read_page(text: str, docs_url: str | None = None) -> Page:
    """The page whose text is `text`, in any language and any state of its line breaks.

    Goes by URLs, curl commands and JSON alone. Raises `PageError` where one of the parts is
    missing, broken, or there twice with different contents.
    """
    notes = Notes()
    text = _without_markdown_escapes(text, notes)
    curls, blocks = _sorted_blocks(text, notes)
    calls = read_calls(curls, notes)
    model_id = read_model_id(calls, notes)
    example = read_example(calls, notes)
    input_, output = read_schemas(blocks, notes)
    service = read_service(calls, read_statuses(text, calls), notes)
    if notes.stopped or not (model_id and example and input_ and output and service):
        raise PageError(notes)
    return Page(model_id, input_, output, example, service, tuple(notes.odd), docs_url)


def _sorted_blocks(text: str, notes: Notes) -> tuple[list[Curl], list[JsonBlock]]:
    """Commands and whole JSON blocks; the broken ones are noted on the way."""
    curls: list[Curl] = []
    blocks: list[JsonBlock] = []
    broken: list[BrokenJson] = []
    found = list(islice(find_blocks(text), _MAX_BLOCKS))
    if len(found) == _MAX_BLOCKS:
        notes.wrong.append(f"{_MAX_BLOCKS} blocks of JSON or curl: this is no docs page")
    for block in found:
        if isinstance(block, Curl):
            curls.append(block)
        elif isinstance(block, JsonBlock):
            blocks.append(block)
        elif block.keys or block.cut_off:
            broken.append(block)
    note_broken(broken, text, notes)
    bodies = [curl.body for curl in curls if isinstance(curl.body, BrokenJson)]
    note_broken_bodies(bodies, text, notes)
    return curls, blocks


def _without_markdown_escapes(text: str, notes: Notes) -> str:
    """Undo `\\_` and the like, where a URL shows that the commands were escaped as well."""
    if not _ESCAPED_MARKDOWN.search(text):
        return text
    notes.odd.append("the page came as escaped Markdown; the escapes were undone")
    return _MARKDOWN_ESCAPE.sub(r"\1", text)
