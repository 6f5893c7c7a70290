"""`runcomfy-codegen import`: docs pages to `schemas/`."""

from __future__ import annotations

from pathlib import Path

import click

from runcomfy_codegen.pages import report
from runcomfy_codegen.pages.page import PageError, read_page
from runcomfy_codegen.pages.page_text import read_page_text
from runcomfy_codegen.pages.sources import SourceError, load
from runcomfy_codegen.pages.store import Store, StoreError
from runcomfy_codegen.reading.service import InvalidServiceError


@click.command("import")
@click.option(
    "--schemas",
    "folder",
    metavar="DIR",
    default="schemas",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the documents are written.",
)
@click.argument("pages", metavar="PAGE…", nargs=-1, required=True)
def import_pages(folder: Path, pages: tuple[str, ...]) -> None:
    """Take models from RunComfy's docs pages.

    PAGE is a file (.txt, .md, .html), `-` for standard input, or an http(s) URL. What the page
    says is written as it stands to DIR/<model_id>/; the protocol stands once in
    DIR/service.json. All pages are tried; the exit status is 1 where one was not imported.
    """
    try:
        store = Store(folder)
    except InvalidServiceError as error:
        raise click.ClickException(str(error)) from None
    done = [_import(page, store) for page in pages]
    if not all(done):
        click.get_current_context().exit(1)


def _import(name: str, store: Store) -> bool:
    """Import one page and say how that went; whether it was imported."""
    try:
        document = read_page_text(load(name))
        page = read_page(document.text, document.docs_url)
        result = store.put(page, name)
    except PageError as error:
        click.echo(report.incomplete(name, error.notes), err=True)
    except (SourceError, StoreError) as error:
        click.echo(report.refused(name, str(error)), err=True)
    except OSError as error:
        click.echo(report.refused(name, f"cannot be stored: {_os_reason(error)}"), err=True)
    else:
        click.echo(report.imported(name, page.model_id, result, page.warnings))
        return True
    return False


def _os_reason(error: OSError) -> str:
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{error.strerror or error}"
