"""A demonstration in six chapters, with both models and a simulated service: `make demo`.

Nothing leaves this machine, and nothing is paid.
"""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from runcomfy_models import (
    AsyncRunComfy,
    InvalidInputError,
    RequestStatus,
    RunComfy,
    SubmissionUnknown,
)
from runcomfy_models.journal import Journal
from runcomfy_models.kling.kling_3_0.standard import image_to_video
from runcomfy_models.progress import ProgressDisplay
from runcomfy_models.runwayml.runway_aleph import video_to_video
from runcomfy_models.testing import Course, Simulator, faults

PICTURE = "https://example.com/portrait.png"
CLIP = "https://example.com/clip.mp4"
VIDEO = b"\0\0\0\x18ftypmp42" + bytes(1000)
"""The output of each job."""


@dataclass
class Stage:
    """The clients and the simulator that every chapter needs."""

    console: Console
    simulator: Simulator
    folder: Path
    """Where the files go."""
    pause: float
    """Seconds between two polls of a job."""

    def account(self, journal: Journal | None = None) -> RunComfy:
        """Return an account at the simulated service, which shows the progress of its jobs."""
        return RunComfy(
            base_url=self.simulator.base_url,
            token=self.simulator.token,
            poll_first=self.pause,
            poll_max=self.pause,
            on_update=self.progress(),
            journal=journal,
        )

    def progress(self) -> Callable[[RequestStatus], object]:
        """Return a callback: a display in a terminal, else a line for each change."""
        if self.console.is_terminal:
            return ProgressDisplay(self.console)
        return lambda status: self.line(_words(status))

    def chapter(self, title: str, text: str) -> None:
        """Print a headline and what is about to happen."""
        self.console.print(f"\n[bold]{title}[/bold]\n{text}\n")

    def line(self, text: object) -> None:
        """Print what happens, indented."""
        for line in str(text).splitlines():
            self.console.print(f"    {line}", markup=False, soft_wrap=True)

    def files(self, paths: Iterable[Path]) -> None:
        """Print the names of files."""
        for path in paths:
            self.line(f"{path.name}, {path.stat().st_size} bytes")


def a_video_of_a_portrait(stage: Stage) -> None:
    """Run a job, and download its files."""
    stage.chapter(
        "1. A video of a portrait",
        f"Five seconds are asked for, made from {PICTURE}: “She turns her head and smiles.”",
    )
    with stage.account() as account:
        result = image_to_video.Client(account).run(
            prompt="She turns her head and smiles.", start_image_url=PICTURE, duration=5
        )
        stage.files(result.download(stage.folder / "portrait"))
    stage.line(f"It has cost {result.cost} dollars.")


def a_wrong_input(stage: Stage) -> None:
    """Pass invalid inputs: the error lists all problems, and nothing is sent."""
    stage.chapter(
        "2. A wrong input costs nothing",
        "A whole minute is asked for, and the picture is the name of a file that is not there.",
    )
    calls = len(stage.simulator.ledger.calls)
    with stage.account() as account:
        try:
            image_to_video.Client(account).run(
                prompt="She dances.", start_image_url="portrait.png", duration=60
            )
        except InvalidInputError as error:
            stage.line(f"InvalidInputError: {error}")
    stage.line(f"Calls that the service got: {len(stage.simulator.ledger.calls) - calls}.")


def a_bad_day(stage: Stage) -> None:
    """Wait for a job while calls fail."""
    stage.chapter(
        "3. A bad day",
        "While the job runs, the service answers HTTP 503, breaks a connection, and sends half of "
        "an answer.",
    )
    stage.simulator.faults.status(None, faults.server_error(503), faults.drop(), faults.truncated())
    with stage.account() as account:
        result = image_to_video.Client(account).run(prompt="Waves.", start_image_url=PICTURE)
    stage.line(f"The result is there, and was paid for once: {result.cost} dollars.")


def a_lost_answer(stage: Stage) -> None:
    """Lose the answer to a paid call, find the job, and go on with it."""
    stage.chapter(
        "4. The answer to a paid call is lost",
        "A journal on disk has the intent of each paid call, under a key: here “order-17”.",
    )
    stage.simulator.faults.submit(faults.lost_answer())
    with Journal(stage.folder / "jobs.db") as journal, stage.account(journal) as account:
        client = image_to_video.Client(account).with_options(key="order-17")
        try:
            client.run(prompt="She waves.", start_image_url=PICTURE)
        except SubmissionUnknown as error:
            what, *_ = str(error).partition(" (")
            stage.line(f"SubmissionUnknown: {what}.")
            stage.line("It is not sent again: the job may be there, and would be paid for twice.")
        (job,) = stage.simulator.ledger.untold
        stage.line(f"The account’s history has the job {job.id}, so it is settled in the journal.")
        journal.settle("order-17", request_id=job.id)
        stage.line("The same call once more, with the same key:")
        result = client.run(prompt="She waves.", start_image_url=PICTURE)
        stage.line(f"That is the result of {result.id}, which was paid for once.")


def two_at_once(stage: Stage) -> None:
    """Run two models on one account at the same time."""
    stage.chapter("5. Two models at once", "With asyncio, on one account and its connections.")
    asyncio.run(_two_at_once(stage))


async def _two_at_once(stage: Stage) -> None:
    async with AsyncRunComfy(
        base_url=stage.simulator.base_url,
        token=stage.simulator.token,
        poll_first=stage.pause,
        poll_max=stage.pause,
        on_update=ProgressDisplay(stage.console) if stage.console.is_terminal else None,
    ) as account:
        kling = image_to_video.AsyncClient(account)
        aleph = video_to_video.AsyncClient(account)
        results = await asyncio.gather(
            kling.run(prompt="She sings.", start_image_url=PICTURE),
            aleph.run(prompt="Make it night.", video_url=CLIP, ratio="1280:720"),
        )
        for result in results:
            stage.files(await result.download(stage.folder / "both"))


def the_bill(stage: Stage) -> None:
    """Show what was paid, after a job that is cancelled in the queue."""
    stage.chapter(
        "6. The bill", "One more job is asked for, and cancelled while it is in the queue."
    )
    with stage.account() as account:
        request = image_to_video.Client(account).submit(prompt="Oh no.", start_image_url=PICTURE)
        stage.line(f"The outcome is: {request.cancel().value}.")
    ledger = stage.simulator.ledger
    ledger.assert_nothing_paid_twice()
    ledger.assert_token_stayed_home()
    for job in sorted(ledger.jobs, key=lambda job: (job.charged, job.model_id), reverse=True):
        stage.line(f"{job.charged:5.2f}  {job.status:10} {job.model_id}")
    stage.line(f"{ledger.charged:5.2f}  dollars in all, simulated; nothing was paid for twice.")


CHAPTERS = (
    a_video_of_a_portrait,
    a_wrong_input,
    a_bad_day,
    a_lost_answer,
    two_at_once,
    the_bill,
)


def run_chapters(console: Console, pause: float) -> None:
    """Run all chapters on `console`, with `pause` seconds between two polls of a job."""
    logging.getLogger("runcomfy_models").setLevel(logging.ERROR)  # failures are part of it
    with (
        Simulator() as simulator,
        tempfile.TemporaryDirectory() as folder,
    ):
        output = {"video": simulator.files.put("video.mp4", VIDEO, "video/mp4")}
        simulator.jobs.course = Course(queued=2, running=2, output=output)
        stage = Stage(console, simulator, Path(folder), pause)
        for chapter in CHAPTERS:
            chapter(stage)


def _words(status: RequestStatus) -> str:
    place = "" if status.queue_position is None else f", place {status.queue_position}"
    return status.status.replace("_", " ") + place


if __name__ == "__main__":
    run_chapters(Console(highlight=False), pause=0.4)
