# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 4527d58420be3b8af9639ab47bfda3b0
"""Decide whether a paid call is made again, and after which pause."""

from ..errors import RunComfyError
from ..options import Options
from ..timing import Deadline, Timing
from .calls import Call
from .retry import add_attempts, backoff, log_failure, server_pause
from .submission import may_be_sent_again


class SubmissionRetries:
    """Decides whether and when one paid call is made again."""

    def __init__(self, options: Options, timing: Timing, deadline: Deadline) -> None:
        """Stop at `deadline`."""
        self._options = options
        self._timing = timing
        self._deadline = deadline
        self._attempt = 0

    def pause(self, error: RunComfyError, call: Call) -> float:
        """Return the seconds until the next attempt; raise `error` if there is none."""
        self._attempt += 1
        at_least = server_pause(error.retry_after, self._options)
        pause = backoff(self._attempt, self._timing, at_least)
        if not self._may_be_repeated(error, pause):
            add_attempts(error, self._attempt, self._deadline.passed())
            raise error
        log_failure(error, call, self._attempt, pause)
        return pause

    def _may_be_repeated(self, error: RunComfyError, pause: float) -> bool:
        """Whether the call is made again after a `pause`.

        | it is repeated only if                                     | so that                   |
        |------------------------------------------------------------|---------------------------|
        | it was never sent, or HTTP 429 refused it                  | nothing is paid for twice |
        | the options allow another attempt                          | the user decides how many |
        | the pause, and the one the server asks for, end in time    | no wait is in vain        |
        """
        longest = max(pause, error.retry_after or 0.0)
        return (
            may_be_sent_again(error)
            and self._attempt < self._options.attempts
            and longest <= self._deadline.left()
        )
