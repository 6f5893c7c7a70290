"""Jobs whose answer did not reach the agent: it gave up waiting, or the connection broke."""

import json
from dataclasses import dataclass, field
from typing import Any


@dataclass
class UnansweredJobs:
    """Keys of jobs that may have been paid for, although their agent got no answer.

    An agent may repeat such a call. If it gives no key, the repetition means the same job. After
    an answer, the same inputs mean a new job.
    """

    _keys: dict[str, str] = field(default_factory=dict[str, str])

    def key_of(self, fingerprint: str) -> str | None:
        """Return the key of the unanswered job with a `fingerprint`; None if there is none."""
        return self._keys.get(fingerprint)

    def add(self, fingerprint: str, key: str) -> None:
        """Remember the key of a job whose answer did not reach the agent."""
        self._keys[fingerprint] = key

    def discard(self, fingerprint: str) -> None:
        """Forget a job, whose agent gets its answer now."""
        self._keys.pop(fingerprint, None)


def fingerprint_of(model_id: str, inputs: dict[str, Any]) -> str:
    """Return a text that is equal for two calls with the same model and inputs."""
    return json.dumps([model_id, inputs], sort_keys=True)
