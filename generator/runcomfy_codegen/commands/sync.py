"""`runcomfy-codegen sync`: update `schemas/` from docs pages or from the model catalog."""

from __future__ import annotations

import os
from pathlib import Path

import click

from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.diff import is_failure
from runcomfy_codegen.commands.failures import exit_on_errors
from runcomfy_codegen.diagnostics.diagnostic import (
    Diagnostic,
    DiagnosticsError,
    has_errors,
)
from runcomfy_codegen.diff.changelog import update_changelog
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
from runcomfy_codegen.untrusted_text import printable

ATTEMPTS = 4
"""Attempts for each request."""

FATAL = (UpstreamError, UnmatchedPatternError, InvalidServiceError)
"""Errors that leave nothing to sync."""


@click.command()
@click.option("--from", "from_pages", is_flag=True, help="Read docs pages: the arguments PAGE.")
@click.option("--catalog", metavar="FILE|URL", help="Read the model catalog instead.")
@click.argument("pages", metavar="[PAGE]…", nargs=-1)
@options.schemas
@click.option("--all", "take_all", is_flag=True, help="Add all models that are not stored yet.")
@click.option("--add", multiple=True, metavar="PATTERN", help="Add new models such as 'kling/*'.")
@click.option("--prune", is_flag=True, help="Remove models that the catalog no longer lists.")
@click.option("--take-language", is_flag=True, help="Accept texts in another language.")
@click.option("--dry-run", is_flag=True, help="Print the findings and write nothing.")
@click.option(
    "--jobs",
    default=8,
    show_default=True,
    type=click.IntRange(1, 64),
    help="Number of requests at once.",
)
@options.cache
@click.option("--no-cache", is_flag=True, help="Ignore the cache.")
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
    """Update the schemas from docs pages or from the model catalog.

    Updates only models that are stored, unless --all or --add adds others. A token
    (RUNCOMFY_API_TOKEN) is sent only if a server of RunComfy asks for one.

    Exits with 1 if a model could not be synced or `--fail-on` applies, with 2 if nothing was
    done.
    """
    if bool(catalog) == bool(pages) or (catalog and from_pages):
        raise click.UsageError("give either --from PAGE… or --catalog FILE|URL")
    sync_options = SyncOptions(take_all, add, prune, take_language)
    http_cache = None if no_cache else HttpCache(cache / "http")
    with exit_on_errors("nothing was synced", *FATAL), _fetcher(jobs, http_cache) as fetcher:
        stored = _read_stored(schemas)  # first, so that a broken folder is reported at once
        upstream = _read_upstream(catalog, pages, fetcher, jobs)
        plan = plan_sync(upstream, stored, schemas, sync_options)
    with exit_on_errors("not everything was written"):
        written = () if dry_run else apply(plan, schemas)
        if changelog and not dry_run and (written or plan.remove):
            plan.notes += filter(None, [update_changelog(schemas, stored)])
    click.echo(FORMATS[output_format](plan.comparison), nl=False)
    _print_notes(plan, written, dry_run)
    return int(bool(plan.problems) or is_failure(plan.comparison, fail_on))


def _fetcher(jobs: int, cache: HttpCache | None) -> Fetcher:
    return Fetcher(connections=jobs, attempts=ATTEMPTS, cache=cache, tokens=Tokens(os.environ))


def _read_stored(schemas: Path) -> SchemaSet:
    """Read the folder `schemas`, which need not exist yet."""
    if not schemas.exists():
        return EMPTY
    diagnostics: list[Diagnostic] = []
    stored = read_set(schemas, diagnostics)
    if has_errors(diagnostics):
        raise DiagnosticsError(diagnostics)
    return stored


def _read_upstream(
    catalog: str | None, pages: tuple[str, ...], fetcher: Fetcher, jobs: int
) -> UpstreamModels:
    if catalog:
        return read_catalog(catalog, fetcher, jobs)
    return read_docs_pages(pages, fetcher, jobs)


def _print_notes(plan: Plan, written: tuple[str, ...], dry_run: bool) -> None:
    """Print everything but the findings to standard error."""
    for problem in plan.problems:
        click.echo(f"not synced: {printable(str(problem))}", err=True)
    for note in plan.notes:
        click.echo(f"note: {printable(note)}", err=True)
    _print_not_followed(plan.not_followed)
    if dry_run and (plan.files or plan.remove):
        work = f"{len(plan.files)} files to write, {len(plan.remove)} models to remove"
        click.echo(f"dry run: {work}; nothing was changed", err=True)
    elif written or plan.remove:
        click.echo(f"{len(written)} files written, {len(plan.remove)} models removed", err=True)


def _print_not_followed(model_ids: list[str]) -> None:
    """Print the names of models that could be added, to standard error."""
    if model_ids:
        count = f"{len(model_ids)} model{'s' if len(model_ids) > 1 else ''}"
        click.echo(f"note: {count} not followed (--all or --add PATTERN adds):", err=True)
    for model_id in model_ids:
        click.echo(f"  {printable(model_id)}", err=True)
