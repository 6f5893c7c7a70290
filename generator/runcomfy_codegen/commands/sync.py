"""`runcomfy-codegen sync`: is `schemas/` what the service says today?"""

from __future__ import annotations

import os
from pathlib import Path

import click

from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.diff import fails
from runcomfy_codegen.commands.failures import StoppedError, stopping
from runcomfy_codegen.diagnostics.diagnostic import (
    Diagnostic,
    DiagnosticsError,
    has_errors,
    printable,
)
from runcomfy_codegen.diff.changelog import record
from runcomfy_codegen.diff.formats import FORMATS
from runcomfy_codegen.diff.schema_sets import EMPTY, SchemaSet, read_set
from runcomfy_codegen.http import Fetcher
from runcomfy_codegen.http.http_cache import HttpCache
from runcomfy_codegen.http.tokens import Tokens
from runcomfy_codegen.reading.service import InvalidServiceError
from runcomfy_codegen.sync.applying import apply
from runcomfy_codegen.sync.catalog import read_catalog
from runcomfy_codegen.sync.docs_pages import read_docs_pages
from runcomfy_codegen.sync.plan import Plan, SyncOptions, UnmatchedPatternError, plan_sync
from runcomfy_codegen.sync.upstream import UpstreamError, UpstreamModels

ATTEMPTS = 4


@click.command()
@click.option("--from", "from_pages", is_flag=True, help="Read the docs PAGES.")
@click.option("--catalog", metavar="FILE|URL", help="Read the model catalog instead.")
@click.argument("pages", metavar="[PAGE]…", nargs=-1)
@options.schemas
@click.option("--all", "take_all", is_flag=True, help="Take models that are not stored yet, too.")
@click.option("--add", multiple=True, metavar="PATTERN", help="Take new models such as 'kling/*'.")
@click.option("--prune", is_flag=True, help="Remove models that are gone from the catalog.")
@click.option("--take-language", is_flag=True, help="Take texts in another language, too.")
@click.option("--dry-run", is_flag=True, help="Only report; write nothing.")
@click.option("--jobs", default=8, show_default=True, type=click.IntRange(1, 64), help="At once.")
@options.cache
@click.option("--no-cache", is_flag=True, help="Ask for everything anew.")
@options.changelog
@options.findings_format
@options.fail_on
def sync(
    from_pages: bool,
    catalog: str | None,
    pages: tuple[str, ...],
    schemas: Path,
    take_all: bool,
    add: tuple[str, ...],
    prune: bool,
    take_language: bool,
    dry_run: bool,
    jobs: int,
    cache: Path,
    no_cache: bool,
    changelog: bool,
    output_format: str,
    fail_on: str,
) -> int:
    """Bring the schemas up to what docs pages, or the model catalog, say today.

    Only models that are stored are followed, unless --all or --add asks for more. A token is
    sent only where RunComfy's server asks for one (RUNCOMFY_API_TOKEN).

    Exit status: 0 done, 1 some model could not be taken or `--fail-on` applies, 2 nothing was
    done.
    """
    if bool(catalog) == bool(pages) or (catalog and from_pages):
        raise click.UsageError("give either --from PAGE… or --catalog FILE|URL")
    sync_options = SyncOptions(take_all, add, prune, take_language)
    folder = None if no_cache else cache / "http"
    with stopping("nothing was synced"), _fetcher(jobs, folder) as fetcher:
        stored = _stored(schemas)
        plan = _planned(catalog, pages, fetcher, jobs, stored, schemas, sync_options)
    with stopping("not everything was written"):
        written = () if dry_run else apply(plan, schemas)
        if changelog and (written or (plan.remove and not dry_run)):
            plan.notes += filter(None, [record(schemas, stored)])
    click.echo(FORMATS[output_format](plan.comparison), nl=False)
    _say(plan, written, dry_run)
    return int(bool(plan.problems) or fails(plan.comparison, fail_on))


def _fetcher(jobs: int, cache: Path | None) -> Fetcher:
    return Fetcher(
        connections=jobs,
        attempts=ATTEMPTS,
        cache=HttpCache(cache) if cache else None,
        tokens=Tokens(os.environ),
    )


def _stored(schemas: Path) -> SchemaSet:
    """What `schemas` holds; nothing where there is no such folder yet."""
    if not schemas.exists():
        return EMPTY
    found: list[Diagnostic] = []
    stored = read_set(schemas, found)
    if has_errors(found):
        raise DiagnosticsError(found)
    return stored


def _planned(
    catalog: str | None,
    pages: tuple[str, ...],
    fetcher: Fetcher,
    jobs: int,
    stored: SchemaSet,
    schemas: Path,
    sync_options: SyncOptions,
) -> Plan:
    try:
        upstream = _read_upstream(catalog, pages, fetcher, jobs)
        return plan_sync(upstream, stored, schemas, sync_options)
    except (UpstreamError, UnmatchedPatternError, InvalidServiceError) as error:
        raise StoppedError(f"nothing was synced: {printable(str(error))}") from None


def _read_upstream(
    catalog: str | None, pages: tuple[str, ...], fetcher: Fetcher, jobs: int
) -> UpstreamModels:
    if catalog:
        return read_catalog(catalog, fetcher, jobs)
    return read_docs_pages(pages, fetcher, jobs)


def _say(plan: Plan, written: tuple[str, ...], dry_run: bool) -> None:
    """What is to be known beside the findings, on standard error."""
    for problem in plan.problems:
        click.echo(f"not taken: {printable(str(problem))}", err=True)
    for note in plan.notes:
        click.echo(f"note: {printable(note)}", err=True)
    if dry_run and (plan.files or plan.remove):
        what = f"{len(plan.files)} files to write, {len(plan.remove)} models to remove"
        click.echo(f"dry run: {what}; nothing was touched", err=True)
    elif written or plan.remove:
        click.echo(f"{len(written)} files written, {len(plan.remove)} models removed", err=True)
