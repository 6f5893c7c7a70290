"""`runcomfy-codegen changelog`: print the change log of the schemas by release, or release it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click

from runcomfy_codegen.atomic_write import write_if_changed
from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.failures import CommandFailedError, exit_on_errors
from runcomfy_codegen.diff.changelog import update_changelog
from runcomfy_codegen.diff.overridden_verdicts import overridden_verdicts
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.reading.accepted import load_accepted
from runcomfy_codegen.reading.files import ACCEPTED_FILE, CHANGELOG_FILE, read_changelog, read_text
from runcomfy_codegen.reading.overrides import load_overrides
from runcomfy_codegen.releases.changelog_entries import entries_of_release, with_release
from runcomfy_codegen.releases.errors import ReleaseError
from runcomfy_codegen.releases.pending import pending_entries, without_entries
from runcomfy_codegen.releases.version import Version


def _version(_: click.Context, __: click.Parameter, value: str | None) -> Version | None:
    version = Version.parse(value or "")
    if value is not None and not version:
        raise click.BadParameter(f"{value!r} is not a version such as 1.2.3")
    return version


@click.command()
@click.argument("version", required=False, callback=_version)
@options.schemas
@click.option("--release", is_flag=True, help="Mark what is not released yet as VERSION first.")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Date of the release; today (UTC) by default.",
)
def changelog(version: Version | None, schemas: Path, release: bool, day: datetime | None) -> int:
    """Print the entries of schemas/CHANGELOG.md that were released as VERSION.

    Without VERSION, print those that are not released yet.
    """
    if release and not version:
        raise click.UsageError("--release needs a VERSION")
    with exit_on_errors("nothing was released" if release else "no change log", ReleaseError):
        if release and version:
            _release(schemas, version, day.date() if day else datetime.now(UTC).date())
        log = read_changelog(schemas)
    if text := entries_of_release(log, str(version or "")):
        click.echo(text)
    return 0


def _release(schemas: Path, version: Version, day: date) -> None:
    """Bring the log up to date, and give its new entries their version and date.

    Findings that were accepted until then are removed from `accepted.toml`.
    """
    if problem := update_changelog(schemas):
        raise CommandFailedError(problem)
    if log := read_changelog(schemas):
        new_log = with_release(log, version, day)
        _remove_accepted(schemas, log)
        write_if_changed(schemas / CHANGELOG_FILE, new_log)


def _remove_accepted(schemas: Path, log: str) -> None:
    """Remove the entries of `accepted.toml` about changes that `log` has not released yet."""
    accepted, problems = load_accepted(schemas)
    verdicts = Verdicts(overridden_verdicts(load_overrides(schemas)[0]))
    done = pending_entries(accepted.entries, log, verdicts)
    if done and not problems:
        text = read_text(schemas / ACCEPTED_FILE) or ""
        write_if_changed(schemas / ACCEPTED_FILE, without_entries(text, done))
        for entry in done:
            click.echo(
                f"note: removed from {ACCEPTED_FILE}, now that it is released: {entry}", err=True
            )
