"""`runcomfy-codegen simulate`: the Model API on loopback, to try clients against."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

import click

from runcomfy_codegen import INTERRUPTED
from runcomfy_models.testing import HttpCall, Simulator


@click.command()
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="Any free one if left out.")
@click.option(
    "--schemas",
    type=click.Path(path_type=Path),
    help="Folder of the schemas; those of this package if left out.",
)
def simulate(port: int, schemas: Path | None) -> int:
    """Simulate the Model API until Ctrl-C; jobs are made up and cost nothing.

    Each call is a line on standard error: method, path, status. A job moves on with each poll.
    """
    with Simulator(port=port, schemas=schemas, log=_print_call) as simulator:
        click.echo(f"# {len(simulator.schemas.model_ids)} models of {simulator.schemas.folder}")
        for name, value in simulator.environment.items():
            click.echo(f"export {name}={value}")
        with contextlib.suppress(KeyboardInterrupt):
            threading.Event().wait()
    jobs, charged = len(simulator.ledger.jobs), simulator.ledger.charged
    click.echo(f"stopped; jobs: {jobs}, simulated charges: {charged} US dollars", err=True)
    return INTERRUPTED


def _print_call(call: HttpCall) -> None:
    click.echo(str(call), err=True)
