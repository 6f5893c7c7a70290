"""`runcomfy-codegen sync`: update `schemas/` from docs pages or from the model catalog."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.failures import CommandFailedError, exit_on_errors
from runcomfy_codegen.commands.progress import with_progress
from runcomfy_codegen.diff.acceptance import is_failure, with_acceptance
from runcomfy_codegen.diff.changelog import update_changelog
from runcomfy_codegen.diff.checked_schemas import read_valid
from runcomfy_codegen.http import Fetcher
from runcomfy_codegen.http.http_cache import HttpCache
from runcomfy_codegen.http.token_gate import TokenGate
from runcomfy_codegen.language import LANGUAGES
from runcomfy_codegen.reading.files import FOLLOW_FILE
from runcomfy_codegen.reading.service_protocol import InvalidProtocolError
from runcomfy_codegen.reading.stored_schemas import EMPTY, StoredSchemas
from runcomfy_codegen.sync.applying import apply
from runcomfy_codegen.sync.catalog import read_catalog
from runcomfy_codegen.sync.docs_pages import read_docs_pages
from runcomfy_codegen.sync.edited import UnknownEditsError
from runcomfy_codegen.sync.followed_pages import read_followed_pages
from runcomfy_codegen.sync.following import PAGES, Following, read_following
from runcomfy_codegen.sync.formats import FORMATS
from runcomfy_codegen.sync.plan import SyncOptions, SyncPlan, UnmatchedPatternError, plan_sync
from runcomfy_codegen.sync.pruning import PruneLimitError, prune
from runcomfy_codegen.sync.report import SyncReport, report_of
from runcomfy_codegen.sync.upstream import UpstreamError, UpstreamModels
from runcomfy_codegen.untrusted_text import printable

ATTEMPTS = 4
"""Attempts for each request."""

FATAL = (
    UpstreamError,
    UnmatchedPatternError,
    UnknownEditsError,
    InvalidProtocolError,
    PruneLimitError,
)
"""Errors that stop the whole run: nothing is written."""

HINTS: dict[type[Exception], str] = {UnknownEditsError: "--force overwrites them"}
"""Error: the option that helps."""


@click.command()
@click.option("--from", "from_pages", is_flag=True, help="Read docs pages: the arguments PAGE.")
@click.option("--catalog", metavar="FILE|URL", help="Read the model catalog.")
@click.argument("pages", metavar="[PAGE]…", nargs=-1)
@options.schemas
@click.option("--all", "take_all", is_flag=True, help="Take all models, followed or not.")
@click.option(
    "--add",
    multiple=True,
    metavar="PATTERN",
    help="Also take models that match, such as 'kling/*'.",
)
@click.option(
    "--language", type=click.Choice(sorted(LANGUAGES)), help="Language that texts should have."
)
@click.option("--take-language", is_flag=True, help="Accept texts in another language.")
@click.option("--prune", is_flag=True, help="Remove models that are gone upstream, after asking.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option(
    "--prune-limit",
    default=10,
    show_default=True,
    type=click.IntRange(0, 100),
    help="Percent of the stored models that may be gone; more is an error.",
)
@click.option("--force", is_flag=True, help="Overwrite files with changes that are not committed.")
@click.option("--dry-run", is_flag=True, help="Print the report and write nothing.")
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
def sync(**values: Any) -> int:
    """Update the schemas from docs pages or from the model catalog.

    Without --from or --catalog, schemas/follow.toml has to say which models are followed, and
    from where. --from takes every PAGE. With --catalog, the patterns of that file still count;
    without the file, the stored models are followed. A token (RUNCOMFY_API_TOKEN) is sent only if
    a server of RunComfy asks for one.

    Exits with 1 if a followed model could not be taken or `--fail-on` applies, with 2 if nothing
    was done.
    """
    chosen = _Options(**values)
    today = datetime.now(UTC).date()
    with exit_on_errors("nothing was synced", *FATAL, hints=HINTS), chosen.fetcher() as fetcher:
        stored = _read_stored(chosen.schemas)  # first: a broken folder is reported at once
        plan = _plan(chosen, stored, fetcher)
    if not chosen.dry_run:
        with exit_on_errors("not everything was written"):
            _write(plan, chosen.schemas, today, stored if chosen.changelog else None)
    report = report_of(plan, with_acceptance(plan.comparison, stored.accepted.entries, today))
    _print_report(report, chosen.output_format)
    _print_counts(plan, dry_run=chosen.dry_run)
    return int(bool(plan.problems) or is_failure(report.comparison, chosen.fail_on))


@dataclass(frozen=True)
class _Options:
    """The values of the options, by their names."""

    from_pages: bool
    catalog: str | None
    pages: tuple[str, ...]
    schemas: Path
    take_all: bool
    add: tuple[str, ...]
    language: str | None
    take_language: bool
    prune: bool
    yes: bool
    prune_limit: int
    force: bool
    dry_run: bool
    jobs: int
    cache: Path
    no_cache: bool
    changelog: bool
    output_format: str
    fail_on: str

    def __post_init__(self) -> None:
        """Refuse options that contradict each other."""
        if (self.catalog and self.pages) or (self.from_pages and not self.pages):
            raise click.UsageError("give either --from PAGE… or --catalog FILE|URL")

    def fetcher(self) -> Fetcher:
        """Return what makes the requests."""
        cache = None if self.no_cache else HttpCache(self.cache / "http")
        token_gate = TokenGate(os.environ)
        return Fetcher(connections=self.jobs, attempts=ATTEMPTS, cache=cache, token_gate=token_gate)

    def following(self) -> Following:
        """Return what is followed: by the options, else by `follow.toml`."""
        following = read_following(self.schemas)
        if following is None and not (self.catalog or self.pages):
            file = (self.schemas / FOLLOW_FILE).as_posix()
            raise click.UsageError(f"there is no {file}: give --from PAGE… or --catalog URL")
        following = following or Following()
        if self.pages:  # all of them are taken; of the file, only the language counts
            following = Following(language=following.language)
        return replace(following, language=self.language) if self.language else following


def _plan(chosen: _Options, stored: StoredSchemas, fetcher: Fetcher) -> SyncPlan:
    """Read the models upstream, and plan what to write and what to remove."""
    following = chosen.following()
    upstream = _upstream(following, stored, chosen, fetcher)
    sync_options = SyncOptions(
        following=following,
        all=chosen.take_all,
        add=chosen.add,
        take_language=chosen.take_language,
        force=chosen.force,
    )
    plan = plan_sync(upstream, stored, chosen.schemas, sync_options)
    if chosen.prune:
        prune(
            plan,
            upstream,
            stored,
            chosen.schemas,
            limit=chosen.prune_limit,
            force=chosen.force,
            confirm=lambda gone: chosen.dry_run or chosen.yes or _is_removal_confirmed(gone),
        )
    return plan


def _upstream(
    following: Following, stored: StoredSchemas, chosen: _Options, fetcher: Fetcher
) -> UpstreamModels:
    """Read the models from the source that the options name, else from that of `following`."""
    if chosen.pages:
        return read_docs_pages(chosen.pages, fetcher, with_progress)
    if following.source == PAGES and not chosen.catalog:
        return read_followed_pages(following, stored, fetcher, with_progress)
    return read_catalog(chosen.catalog or stored.protocol.base_url, fetcher, with_progress)


def _write(plan: SyncPlan, schemas: Path, today: date, log_since: StoredSchemas | None) -> None:
    """Carry out `plan`; add to the change log what has changed since `log_since`, unless None."""
    written = apply(plan, schemas, today)
    if log_since is not None and (written or plan.remove):
        plan.notes += filter(None, [update_changelog(schemas, log_since)])


def _is_removal_confirmed(gone: Collection[str]) -> bool:
    """Ask whether the models `gone` may be removed."""
    if not sys.stdin.isatty():
        names = ", ".join(gone)
        raise CommandFailedError(
            f"nothing was synced: --prune would remove {names}, and asks first; "
            "without a terminal, --yes agrees"
        )
    for model_id in gone:
        click.echo(f"gone upstream: {model_id}", err=True)
    return click.confirm(f"Remove {len(gone)} from the schemas?", err=True)


def _read_stored(schemas: Path) -> StoredSchemas:
    """Read the folder `schemas`, which need not exist yet."""
    return read_valid(schemas) if schemas.exists() else EMPTY


def _print_report(report: SyncReport, output_format: str) -> None:
    click.echo(FORMATS[output_format](report), nl=False)
    if output_format != "text":  # a log shows only standard error, if the report goes elsewhere
        click.echo(printable(report.summary), err=True)


def _print_counts(plan: SyncPlan, *, dry_run: bool) -> None:
    """Print to standard error how much was written and removed, or would have been."""
    if plan.files or plan.remove:
        files, models = len(plan.files), len(plan.remove)
        planned = f"dry run: {files} files to write, {models} models to remove; nothing was changed"
        done = f"{files} files written, {models} models removed"
        click.echo(planned if dry_run else done, err=True)
