"""Take the picture of the progress display in `docs/images/`: three jobs, as the first one ends.

python scripts/progress_picture.py
"""

from __future__ import annotations

import asyncio
import io
import re
import time
from pathlib import Path

from rich.console import Console

from runcomfy_models import AsyncRunComfy, RequestStatus
from runcomfy_models.kling.kling_3_0.standard import image_to_video
from runcomfy_models.progress import ProgressDisplay
from runcomfy_models.runwayml.runway_aleph import video_to_video
from runcomfy_models.testing import Course, Simulator

PICTURE = Path(__file__).parents[1] / "docs/images/progress.svg"
IMAGE, VIDEO = "https://example.com/portrait.png", "https://example.com/street.mp4"
COURSES = (Course(queued=1, running=6), Course(queued=2, running=60), Course(queued=10))
"""The courses of the jobs, in seconds: the first one ends after seven."""

_FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
"""Fonts that a browser would load from other servers."""


class Camera:
    """Shows jobs on a console in memory, and takes a picture when the first one ends."""

    def __init__(self) -> None:
        """Start without recording."""
        self.console = Console(file=io.StringIO(), force_terminal=True, width=84, record=True)
        self.display = ProgressDisplay(self.console)
        self.console.record = False

    def __call__(self, status: RequestStatus) -> None:
        """Show `status`."""
        self.console.record = status.ended
        self.display(status)
        self.console.record = False

    def picture(self) -> str:
        """Return the picture, as SVG that loads nothing."""
        svg = self.console.export_svg(title="python make_videos.py", unique_id="progress")
        return _FONT.sub("", svg)


async def run_jobs(simulator: Simulator, camera: Camera) -> None:
    """Run three jobs at once until the first one ends."""
    async with AsyncRunComfy(
        base_url=simulator.base_url, token=simulator.token, on_update=camera, poll_max=0.5
    ) as account:
        kling, aleph = image_to_video.AsyncClient(account), video_to_video.AsyncClient(account)
        jobs = [
            asyncio.create_task(kling.run(prompt="Waves.", start_image_url=IMAGE)),
            asyncio.create_task(aleph.run(prompt="Rain.", video_url=VIDEO, ratio="1280:720")),
            asyncio.create_task(kling.run(prompt="Snow.", start_image_url=IMAGE)),
        ]
        _, pending = await asyncio.wait(jobs, return_when=asyncio.FIRST_COMPLETED)
        for job in pending:
            job.cancel()
        await asyncio.wait(pending)


def main() -> None:
    """Write the picture."""
    camera = Camera()
    with Simulator(clock=time.monotonic) as simulator:
        simulator.jobs.next(*COURSES)
        asyncio.run(run_jobs(simulator, camera))
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(camera.picture(), "utf-8")


if __name__ == "__main__":
    main()
