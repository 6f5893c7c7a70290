"""`runcomfy-codegen simulate`: serve a fake Model API on this machine."""

from __future__ import annotations

import threading
from pathlib import Path

import click

from runcomfy_codegen.interruption import exit_status
from runcomfy_models.testing import HttpCall, Simulator


@click.command()
@click.option(
    "--port",
    default=0,
    type=click.IntRange(0, 65535),
    help="Port to listen on; a free one by default.",
)
@click.option(
    "--schemas",
    type=click.Path(path_type=Path),
    help="Folder of the schemas; those of this package by default.",
)
def simulate(port: int, schemas: Path | None) -> int:
    """Serve a fake Model API until Ctrl-C; its jobs cost nothing.

    Prints environment variables that point clients to it, and each call on standard error:
    method, path, status. A job makes progress with each poll.
    """
    with Simulator(port=port, schemas=schemas, log=_print_call) as simulator:
        click.echo(f"# {len(simulator.schemas.model_ids)} models of {simulator.schemas.folder}")
        for name, value in simulator.environment.items():
            click.echo(f"export {name}={value}")
        status = _wait_for_the_end()
    jobs, charged = len(simulator.ledger.jobs), simulator.ledger.charged
    click.echo(f"stopped; jobs: {jobs}, simulated charges: {charged} US dollars", err=True)
    return status


def _wait_for_the_end() -> int:
    """Wait until the process is told to end, and return its exit status."""
    try:
        while True:
            threading.Event().wait()
    except KeyboardInterrupt as error:
        return exit_status(error)


def _print_call(call: HttpCall) -> None:
    click.echo(str(call), err=True)
