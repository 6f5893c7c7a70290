"""Read one docs page: all its documents, or everything that is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from runcomfy_codegen.pages.curl import CurlCommand
from runcomfy_codegen.pages.json_blocks import BrokenJson, JsonBlock
from runcomfy_codegen.pages.notes import PageNotes
from runcomfy_codegen.pages.protocol import (
    read_calls,
    read_example,
    read_model_id,
    read_protocol,
    read_statuses,
)
from runcomfy_codegen.pages.scan import find_blocks
from runcomfy_codegen.pages.schemas import note_broken, note_broken_bodies, read_schemas
from runcomfy_codegen.pages.typography import note_typography
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.service_protocol import ServiceProtocol

_MAX_BLOCKS = 5_000
"""Blocks of a page that are read. A real page has about ten."""

_ESCAPED_MARKDOWN = re.compile(r"/\\?\{request\\_id\\?\}")
_MARKDOWN_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


class PageError(Exception):
    """A page that cannot be imported; `notes` lists what was found, missing and wrong."""

    def __init__(self, notes: PageNotes) -> None:
        """Build the message from what is missing or wrong in `notes`."""
        missing = [f"missing: {part}" for part in notes.missing]
        super().__init__("; ".join([*missing, *notes.errors]))
        self.notes = notes


@dataclass(frozen=True, kw_only=True)
class Page:
    """The documents of one page, each as JSON text in the layout of `schemas/`."""

    model_id: ModelId
    input: str
    output: str
    """The block as the page shows it, including its `output` key."""
    example: str
    protocol: ServiceProtocol
    warnings: tuple[str, ...] = ()
    docs_url: str | None = None


def read_page(text: str, docs_url: str | None = None) -> Page:
    """Read a page from its `text`, in any language and with any line breaks.

    Looks only at URLs, curl commands and JSON. Raises `PageError` if a part is missing, broken,
    or present twice with different content.
    """
    notes = PageNotes()
    text = _without_markdown_escapes(text, notes)
    commands, blocks = _whole_blocks(text, notes)
    calls = read_calls(commands, notes)
    model_id = read_model_id(calls, notes)
    example = read_example(calls, notes)
    input_, output = read_schemas(blocks, notes)
    protocol = read_protocol(calls, read_statuses(text, calls), notes)
    if notes.missing:
        note_typography(text, notes)
    # A missing part has a note, so the second condition is only for type checkers.
    if notes.blocks_import or not (model_id and example and input_ and output and protocol):
        raise PageError(notes)
    return Page(
        model_id=model_id,
        input=input_,
        output=output,
        example=example,
        protocol=protocol,
        warnings=tuple(notes.warnings),
        docs_url=docs_url,
    )


def _whole_blocks(text: str, notes: PageNotes) -> tuple[list[CurlCommand], list[JsonBlock]]:
    """Return the commands and the valid JSON blocks, and note the broken blocks."""
    commands: list[CurlCommand] = []
    blocks: list[JsonBlock] = []
    broken: list[BrokenJson] = []
    all_blocks = list(islice(find_blocks(text), _MAX_BLOCKS))
    if len(all_blocks) == _MAX_BLOCKS:
        notes.errors.append(f"{_MAX_BLOCKS} blocks of JSON or curl: this is not a docs page")
    for block in all_blocks:
        if isinstance(block, CurlCommand):
            commands.append(block)
        elif isinstance(block, JsonBlock):
            blocks.append(block)
        elif block.keys or block.cut_off:  # else it is a brace among the words
            broken.append(block)
    note_broken(broken, text, notes)
    bodies = [command.body for command in commands if isinstance(command.body, BrokenJson)]
    note_broken_bodies(bodies, text, notes)
    return commands, blocks


def _without_markdown_escapes(text: str, notes: PageNotes) -> str:
    """Undo escapes such as `\\_` if the commands are escaped as well."""
    # An escaped `{request_id}` in a URL shows that a converter took the code for prose.
    if not _ESCAPED_MARKDOWN.search(text):
        return text
    notes.warnings.append("the page is escaped Markdown; the escapes were removed")
    return _MARKDOWN_ESCAPE.sub(r"\1", text)
