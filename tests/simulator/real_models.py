"""Valid inputs for the real models, and one interface to their clients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.runtime.side import Side

KLING = "kling/kling-3.0/standard/image-to-video"
ALEPH = "runwayml/runway-aleph/video-to-video"
INPUTS: dict[str, dict[str, Any]] = {
    KLING: {"prompt": "a", "start_image_url": "https://example.com/a.png"},
    ALEPH: {"prompt": "a", "video_url": "https://example.com/a.mp4", "ratio": "1280:720"},
}
SUBMIT = f"/v1/models/{KLING}"


@dataclass(frozen=True)
class Client:
    """A generated client with valid inputs for its model."""

    side: Side
    generated: Any
    inputs: dict[str, Any]

    def run(self, **changes: Any) -> Any:
        """Run a job and return its result."""
        return self.side.do(self.generated.run(**{**self.inputs, **changes}))

    def submit(self, **changes: Any) -> Any:
        """Submit a job and return its request."""
        return self.side.do(self.generated.submit(**{**self.inputs, **changes}))

    def do(self, call: Any) -> Any:
        """Return the value of a call on a request."""
        return self.side.do(call)
