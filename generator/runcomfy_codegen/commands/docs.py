"""`runcomfy-codegen docs`: build the documentation site."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import click

from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.failures import CommandFailedError, exit_on_errors
from runcomfy_codegen.site.building import BuildError, build_site
from runcomfy_codegen.site.building_folder import building_folder
from runcomfy_codegen.site.digest import digest_of_inputs
from runcomfy_codegen.site.pages import read_pages
from runcomfy_codegen.site.site_folder import ForeignSiteError, Site


@click.command()
@options.schemas
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    show_default=True,
    help="Folder of the site. A folder that this command did not make is refused.",
)
@options.package
def docs(schemas: Path, out: Path, package: str) -> int:
    """Build the documentation site: guides, an API reference, a page for each model.

    Nothing is built if the site is up to date. Exits with 2 if it cannot be built.
    """
    started = time.monotonic()
    with _exit_on_errors():
        site = Site.read(out)
        digest = digest_of_inputs(schemas, package)
        if site.is_built_from(digest, out):
            click.echo(f"{out} is up to date")
            return 0
        pages = read_pages(schemas, package)
        with building_folder(out.parent) as folder:
            site.replace(build_site(pages, folder), digest, out)
    seconds = time.monotonic() - started
    click.echo(f"built {out} in {seconds:.1f} s: {len(pages.models)} models")
    return 0


@contextmanager
def _exit_on_errors() -> Generator[None]:
    with exit_on_errors("could not build the site", ForeignSiteError):
        try:
            yield
        except BuildError as error:  # not as above, which would escape its line breaks
            message = click.unstyle(f"could not build the site: {error}")
            raise CommandFailedError(message) from None
