# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 6242e43952b9880a2d6020efe739ac10
"""Follow a job by its id, from another process or another day."""

from collections.abc import Generator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Unpack

import click

from runcomfy_models import JournalError, Request, Result, RunComfyError
from runcomfy_models._runtime.journal.queries import job_entry
from runcomfy_models._runtime.status import COMPLETED, RequestStatus

from ..accounts import account
from ..errors.command_errors import StillGoing, WrongInput
from ..errors.exit_codes import ExitCode
from ..errors.signals import interrupted_by_signals
from ..errors.stages import stage_of
from ..journals import journal_path, may_exist, open_journal
from ..models.clients import client_type
from ..output.printing import print_to_stderr

if TYPE_CHECKING:
    from runcomfy_models._runtime.options import OptionChanges
    from runcomfy_models.journal import Entry, Journal


@dataclass(frozen=True)
class Job:
    """A job, and its entry in the journal."""

    request: Request[Any]
    journal: "Journal | None"
    entry: "Entry | None"

    @property
    def model_id(self) -> str:
        """The model, or `unknown`."""
        return self.request.model_id

    @property
    def key(self) -> str:
        """The name of the job in names of files: its key, else its id."""
        return self.entry.key if self.entry else self.request.id

    @property
    def facts(self) -> dict[str, Any]:
        """The fields that `--json` shows of the job beside its result."""
        return {
            "model_id": self.model_id,
            "key": self.entry.key if self.entry else None,
        }

    def result(self) -> Result[Any]:
        """Return the result; raise `StillGoing` if the job has not ended."""
        if self.entry is None or self.entry.ended_at is None:
            status = self.request.status()
            if not status.ended:
                raise StillGoing(self.request.id)
        return self.request.result()

    def record_end(self) -> None:
        """Record in the journal how the job ended."""
        if self.entry is not None:
            with suppress(RunComfyError):
                self.request.result(timeout=0)


@contextmanager
def followed(
    request_id: str,
    where: str | None,
    model_id: str | None = None,
    **changes: "Unpack[OptionChanges]",
) -> Generator[Job]:
    """Yield the job with that id; its model is that in the journal, else `model_id`.

    `where` is the journal, None for that of the user; if the latter is unusable, the job is
    followed without it. `changes` are options of the client. A signal to end is raised as an
    `Interruption`, so that the report names the job. Raises `InvalidInputError` if it is not a
    request_id.
    """
    stage = stage_of(click.get_current_context())
    stage.followed_id, stage.journal = request_id, where
    with ExitStack() as stack:
        stack.enter_context(interrupted_by_signals())
        user = stack.enter_context(account())
        journal = _journal(stack, where)
        entry = _entry(journal, request_id)
        if entry is None:
            journal = None  # it does not have this job: there is nothing to record
        else:
            stage.key = entry.key
        client_class = client_type(entry.model_id if entry else model_id)
        client = client_class(user, **changes).with_options(journal=journal)
        yield Job(client.request(request_id), journal, entry)


def exit_code(status: RequestStatus) -> ExitCode:
    """Return the exit status that the status of a job stands for."""
    if not status.ended:
        return ExitCode.STILL_GOING
    return ExitCode.DONE if status.status in COMPLETED else ExitCode.JOB_FAILED


def _journal(stack: ExitStack, where: str | None) -> "Journal | None":
    """Return the journal if there is one; it is not created."""
    if where and not may_exist(where):
        raise WrongInput(f"there is no journal {where}; nothing was sent")
    try:
        if where is None and not journal_path().exists():
            return None
        return stack.enter_context(open_journal(where))
    except JournalError as error:
        if where is not None:
            raise
        print_to_stderr(f"going on without the journal: {error}")
        return None


def _entry(journal: "Journal | None", request_id: str) -> "Entry | None":
    if journal is None:
        return None
    return journal.do(partial(job_entry, request_id=request_id)).result()
