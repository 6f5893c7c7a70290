"""`runcomfy-codegen next-version`: print the version of the next release."""

from __future__ import annotations

from pathlib import Path

import click

from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.failures import exit_on_errors
from runcomfy_codegen.git.running import GitError
from runcomfy_codegen.releases import next_version as releases
from runcomfy_codegen.releases.errors import ReleaseError


@click.command("next-version")
@options.schemas
@click.option(
    "--code",
    type=click.Choice(["major", "minor", "patch"]),
    help="Part of the version that changes of other code raise at least.",
)
def next_version(schemas: Path, code: str | None) -> int:
    """Print the version of the next release, and nothing else.

    It follows from the newest tag that HEAD contains, such as v1.2.3, and the worst finding of
    `diff` since then: 2.0.0 after a breaking one, 1.3.0 after one about behaviour or a compatible
    one, 1.2.4 after words, 1.2.3 without findings. Before 1.0 a breaking finding raises the minor
    version. Without a tag it is 0.1.0.

    Exits with 2 if the last release cannot be determined: in a shallow clone, or if a tag is not a
    version.
    """
    with exit_on_errors("no version", GitError, ReleaseError):
        click.echo(str(releases.next_version(schemas, code or "none")))
    return 0
