"""Run both models against the simulator: `make demo`. Nothing leaves this machine.

Runs one model synchronously, then both at once asynchronously, with a progress display and
with faults. The files of the results are downloaded to a temporary folder.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from runcomfy_models import AsyncRunComfy, InvalidInputError, RunComfy
from runcomfy_models.kling.kling_3_0.standard import image_to_video
from runcomfy_models.progress import ProgressDisplay
from runcomfy_models.runwayml.runway_aleph import video_to_video
from runcomfy_models.testing import Course, Simulator, faults

PICTURE = "https://example.com/portrait.png"
CLIP = "https://example.com/clip.mp4"

console = Console(highlight=False)


def show_invalid_inputs(account: RunComfy) -> None:
    """Pass an invalid input: the error lists all problems, and nothing is sent."""
    console.rule("invalid inputs")
    try:
        video_to_video.Client(account).run(  # type: ignore[call-overload]
            prompt="rain",
            video_url=CLIP,
            ratio="1280x720",  # pyright: ignore[reportArgumentType]
        )
    except InvalidInputError as error:
        console.print(str(error), markup=False)


def run_one(account: RunComfy, folder: Path) -> None:
    """Run a job and download its files."""
    console.rule("synchronous")
    result = image_to_video.Client(account).run(prompt="She smiles.", start_image_url=PICTURE)
    _show(result.id, result.cost, result.download(folder))


async def run_both(base_url: str, token: str, folder: Path) -> None:
    """Run two models on one account at the same time."""
    console.rule("asynchronous")
    async with AsyncRunComfy(
        base_url=base_url, token=token, on_update=ProgressDisplay()
    ) as account:
        kling = image_to_video.AsyncClient(account)
        runway = video_to_video.AsyncClient(account)
        results = await asyncio.gather(
            kling.run(prompt="Waves.", start_image_url=PICTURE, duration=5),
            runway.run(prompt="Make it night.", video_url=CLIP, ratio="1280:720"),
        )
        for result in results:
            _show(result.id, result.cost, await result.download(folder))


def cancel_one(account: RunComfy) -> None:
    """Cancel a job that is still in the queue."""
    console.rule("cancelled")
    request = image_to_video.Client(account).submit(prompt="Never mind.", start_image_url=PICTURE)
    console.print(f"{request.id}: {request.cancel().value}")


def main() -> None:
    """Start a simulator and run everything against it."""
    course = Course(queued=3, running=2)
    with Simulator(course=course) as simulator, tempfile.TemporaryDirectory() as folder:
        console.print(f"a simulated Model API at {simulator.base_url}")
        simulator.faults.status(None, faults.server_error(503), faults.drop())
        with RunComfy(
            base_url=simulator.base_url, token=simulator.token, on_update=ProgressDisplay()
        ) as account:
            show_invalid_inputs(account)
            run_one(account, Path(folder))
            asyncio.run(run_both(simulator.base_url, simulator.token, Path(folder)))
            cancel_one(account)
        console.rule("what the service saw")
        for call in simulator.ledger.calls:
            console.print(str(call), markup=False)
        simulator.ledger.assert_nothing_paid_twice()
        simulator.ledger.assert_token_stayed_home()
        jobs = len(simulator.ledger.jobs)
        console.print(f"{jobs} jobs, {simulator.ledger.charged} simulated dollars, none paid twice")


def _show(request_id: str, cost: object, files: Sequence[Path]) -> None:
    names = ", ".join(f"{file.name} ({file.stat().st_size} bytes)" for file in files)
    console.print(f"{request_id}: {cost} dollars, {names}", markup=False)


if __name__ == "__main__":
    main()
