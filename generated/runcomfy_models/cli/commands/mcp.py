# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: a6bbb2c466d7f7437e7e095459154361
"""`runcomfy-models mcp`: an MCP server over stdio, for agents."""

import signal
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from .. import options
from ..command import Command
from ..path_completion import complete_folders

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...agents.session import Session


@click.command(cls=Command)
@click.option(
    "--budget",
    metavar="DOLLARS",
    help="The most that all jobs of this session may cost together.",
)
@click.option(
    "--max-cost",
    metavar="DOLLARS",
    envvar="RUNCOMFY_MAX_COST",
    help="The most that one job may cost.",
)
@options.max_cost_unknown
@click.option(
    "-y",
    "--yes",
    is_flag=True,
    help="Pay without asking; needed for clients that cannot ask their user.",
)
@click.option(
    "--files",
    "folders",
    metavar="DIR",
    type=options.NON_EMPTY,
    multiple=True,
    shell_complete=complete_folders,
    help="Folder that may be read and written; downloads go to the first one. Default: none.",
)
@options.journal
def mcp(
    budget: str | None,
    max_cost: str | None,
    max_cost_unknown: options.UnknownCost,
    yes: bool,
    folders: tuple[str, ...],
    journal: str | None,
) -> None:
    """Serve the models to an agent, over MCP on standard input and output.

    Six tools: find_models, describe_model, price, run, status, download. The user is asked
    before each job that is paid for, by the agent's client; if that cannot ask, nothing is
    sent without --yes. The agent never gets the token, nor a file outside of --files.
    """
    from ..jobs.amounts import MAX_COST_OPTION, read_amount
    from ..journals import HINT, open_journal  # here: the help does not need it
    from ..output.printing import print_to_stderr

    mcp_server = _import_server()
    from ...agents.folders import Folders
    from ...agents.limits import AgentLimits
    from ...agents.session import Session

    limits = AgentLimits(
        budget=read_amount(budget, "--budget"),
        max_cost=read_amount(max_cost, MAX_COST_OPTION),
        max_cost_unknown=max_cost_unknown,
        folders=Folders.of(folders),
    )
    with open_journal(journal, HINT) as opened, _ended_by_ctrl_c():
        try:
            mcp_server(Session(opened, limits), yes).run("stdio")
        except* BrokenPipeError:
            print_to_stderr("the client closed the connection during an answer")


def _import_server() -> "Callable[[Session, bool], Any]":
    from ..errors.command_errors import WrongInput

    try:
        from ...agents.server import mcp_server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("mcp", "mcp_types"):
            raise
        raise WrongInput(
            'runcomfy-models mcp needs mcp: pip install "runcomfy-models[mcp]"'
        ) from None
    return mcp_server


@contextmanager
def _ended_by_ctrl_c() -> Generator[None]:
    """Let Ctrl-C end the process at once, as SIGTERM does.

    Without this, the server would wait for a line of its standard input first. Jobs under way
    are in the journal.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
