"""`runcomfy-codegen import`: read docs pages into `schemas/`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from runcomfy_codegen.atomic_write import remove_temporary_files
from runcomfy_codegen.commands.printing import describe_os_error
from runcomfy_codegen.dialect.document_texts import language_of
from runcomfy_codegen.pages import import_report
from runcomfy_codegen.pages.page import Page, PageError, read_page
from runcomfy_codegen.pages.page_text import read_page_text
from runcomfy_codegen.pages.sources import SourceError, load
from runcomfy_codegen.pages.store import Store, StoreError
from runcomfy_codegen.reading.service_protocol import InvalidProtocolError


@click.command("import")
@click.option(
    "--schemas",
    "folder",
    metavar="DIR",
    default="schemas",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write the schemas to.",
)
@click.argument("pages", metavar="PAGE…", nargs=-1, required=True)
def import_pages(folder: Path, pages: tuple[str, ...]) -> None:
    """Import models from RunComfy's docs pages.

    PAGE is a file (.txt, .md, .html), `-` for standard input, or an http(s) URL. The documents of
    a page are written unchanged to DIR/<model_id>/, the protocol to DIR/service.json. All pages
    are tried; exits with 1 if one could not be imported.
    """
    try:
        store = Store(folder)
    except InvalidProtocolError as error:
        raise click.ClickException(str(error)) from None
    remove_temporary_files(folder)
    outcomes = [_import(page, store) for page in pages]
    languages = {language for page in outcomes if page and (language := _language(page))}
    if others := sorted(languages - {"en"}):
        click.echo(import_report.not_english(others))
    if not all(outcomes):
        click.get_current_context().exit(1)


def _language(page: Page) -> str | None:
    return language_of(json.loads(text) for text in (page.input, page.output))


def _import(name: str, store: Store) -> Page | None:
    """Import one page and print a report; return it if it was imported."""
    try:
        page_text = read_page_text(load(name))
        page = read_page(page_text.text, page_text.docs_url)
        result = store.put(page, name)
    except PageError as error:
        click.echo(import_report.incomplete(name, error.notes), err=True)
    except (SourceError, StoreError) as error:
        click.echo(import_report.refused(name, str(error)), err=True)
    except OSError as error:
        reason = f"cannot be stored: {describe_os_error(error)}"
        click.echo(import_report.refused(name, reason), err=True)
    else:
        click.echo(import_report.imported(name, page.model_id, result, page.warnings))
        return page
    return None
