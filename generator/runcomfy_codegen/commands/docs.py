"""`runcomfy-codegen docs`: build the documentation site."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import click

from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.failures import CommandFailedError, exit_on_errors
from runcomfy_codegen.diagnostics.diagnostic import DiagnosticsError, Severity
from runcomfy_codegen.diff.changelog import FILE as CHANGELOG
from runcomfy_codegen.output.paths import guides_folder
from runcomfy_codegen.planning.folder_plan import plan_folder
from runcomfy_codegen.site.building import BuildError, build_site
from runcomfy_codegen.site.folder import ForeignSiteError, Site
from runcomfy_codegen.site.guides import assets, read_guides, start_page
from runcomfy_codegen.site.inputs import digest_of_inputs
from runcomfy_codegen.site.pages import Pages, model_pages


@click.command()
@options.schemas
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    show_default=True,
    help="Folder of the site; one that this command did not make is left alone.",
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
            click.echo(f"{out} is up to date: {len(site.files)} files")
            return 0
        pages = read_pages(schemas, package)
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".runcomfy-", dir=out.parent) as folder:
            site.replace(build_site(pages, Path(folder)), digest, out)
    seconds = time.monotonic() - started
    click.echo(f"{out}: {len(pages.models)} models, {len(pages.sources())} pages, {seconds:.1f} s")
    return 0


@contextmanager
def _exit_on_errors() -> Generator[None]:
    with exit_on_errors("could not build the site", ForeignSiteError):
        try:
            yield
        except BuildError as error:  # of several lines
            raise CommandFailedError(f"could not build the site: {error}") from None


def read_pages(schemas: Path, package: str) -> Pages:
    """Return all pages; raises `DiagnosticsError` if something in `schemas` is wrong."""
    plan = plan_folder(schemas)
    if not plan.ok:
        raise DiagnosticsError([one for one in plan.diagnostics if one.severity is Severity.ERROR])
    top = guides_folder()
    guides = read_guides(top / "docs")
    log = schemas / CHANGELOG
    return Pages(
        start=start_page((top / "README.md").read_text("utf-8"), guides),
        guides=tuple(guides),
        models=tuple(model_pages(plan, log.read_text("utf-8") if log.is_file() else "", package)),
        assets=dict(assets(top / "docs")),
    )
