"""Jobs of which the agent was not told: it gave up waiting, or the answer was lost."""

import json
from dataclasses import dataclass, field
from typing import Any


@dataclass
class UnansweredJobs:
    """Keys of jobs that may have been paid for without their agent knowing.

    An agent repeats such a call blindly. Without a key of its own, the repetition is the same
    job. Whoever was told of a job and runs the same inputs again wants another one.
    """

    _keys: dict[str, str] = field(default_factory=dict[str, str])

    def key_of(self, call: str) -> str | None:
        """Return the key of the untold job of a `call`; None if there is none."""
        return self._keys.get(call)

    def add(self, call: str, key: str) -> None:
        """Remember the key of a job of which the agent was not told."""
        self._keys[call] = key

    def discard(self, call: str) -> None:
        """Forget a job: now, its agent is told."""
        self._keys.pop(call, None)


def call_text(model_id: str, inputs: dict[str, Any]) -> str:
    """Return a text that two calls have in common if they ask for the same."""
    return json.dumps([model_id, inputs], sort_keys=True)
