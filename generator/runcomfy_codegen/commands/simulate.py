"""`runcomfy-codegen simulate`: serve a fake Model API on this machine."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any, cast

import click

from runcomfy_codegen.interruption import exit_status
from runcomfy_codegen.reading.files import RULES_FILE
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
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="MODEL_ID FILE",
    type=(str, click.Path(path_type=Path)),
    help="JSON file with the output of a model, instead of one that is made up.",
)
@click.option(
    "--no-media-checks", is_flag=True, help="Accept any text for a medium, not only URLs and data."
)
@click.option(
    "--no-rules",
    is_flag=True,
    help="Do not apply rules in words, for tools that know only the schemas.",
)
def simulate(
    port: int,
    schemas: Path | None,
    outputs: tuple[tuple[str, Path], ...],
    no_media_checks: bool,
    no_rules: bool,
) -> int:
    """Serve a fake Model API until Ctrl-C; its jobs cost nothing.

    Prints environment variables that point clients to it, the address of a page that shows jobs,
    ledger and faults live, and the address of its OpenAPI document. Logs each call on standard
    error: method, path, status. A job makes progress with each poll.
    """
    try:
        with Simulator(
            port=port,
            schemas=schemas,
            outputs={model_id: _read_object(path) for model_id, path in outputs},
            media_checks=not no_media_checks,
            rules=not no_rules,
            log=_print_call,
        ) as simulator:
            _print_address(simulator, applies_rules=not no_rules)
            status = _wait_for_signal()
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    jobs, charged = len(simulator.ledger.jobs), simulator.ledger.charged
    click.echo(f"stopped; jobs: {jobs}, simulated charges: {charged} US dollars", err=True)
    return status


def _wait_for_signal() -> int:
    """Wait for a signal that ends the process, and return the exit status for it."""
    try:
        while True:
            threading.Event().wait()
    except KeyboardInterrupt as error:
        return exit_status(error)


def _read_object(path: Path) -> dict[str, Any]:
    """Return the JSON object in a file; raises `OSError`, or `ValueError` for other content."""
    try:
        value: Any = json.loads(path.read_bytes())
    except ValueError as error:
        raise ValueError(f"{path}: not JSON: {error}") from None
    if not isinstance(value, dict):
        raise ValueError(f"{path}: not a JSON object")
    return cast(dict[str, Any], value)


def _print_address(simulator: Simulator, *, applies_rules: bool) -> None:
    """Print the environment variables for clients, and the addresses for a browser."""
    click.echo(f"# {len(simulator.schemas.model_ids)} models of {simulator.schemas.folder}")
    for name, value in simulator.environment.items():
        click.echo(f"export {name}={value}")
    click.echo(f"# what happens, live: {simulator.base_url}/")
    click.echo(f"# OpenAPI document: {simulator.base_url}/openapi.json")
    if applies_rules and (simulator.schemas.folder / RULES_FILE).is_file():
        click.echo("# rules in words, which no schema expresses, apply, too: see --no-rules")


def _print_call(call: HttpCall) -> None:
    click.echo(str(call), err=True)
