"""Keep tokens out of the logs of httpx, httpcore and this package.

A server may send the token back in a header, and httpcore logs headers.
"""

import logging

from ..first_use import guard_forks
from ..truncating import truncated
from .credentials import Token
from .token_index import TokenIndex

LOGGERS = (
    "runcomfy_models",
    "httpx",
    "httpx2",
    *(
        f"{library}.{part}"
        for library in ("httpcore", "httpcore2")
        for part in ("connection", "http11", "http2", "proxy", "socks")
    ),
)

_MAX_LINE = 500
"""Characters of a log line that had a token in it: it may also have a prompt."""


def guard_logs(token: Token) -> None:
    """Redact `token` in those loggers for as long as it exists."""
    _FILTER.tokens.add(token)
    for name in LOGGERS:
        # A logger ignores a filter that it already has.
        logging.getLogger(name).addFilter(_FILTER)


class _TokenFilter(logging.Filter):
    def __init__(self) -> None:
        super().__init__()
        self.tokens = TokenIndex()

    def filter(self, record: logging.LogRecord) -> bool:
        try:
            text = record.getMessage()
        except Exception:
            # The arguments do not fit the format: the handler reports that.
            return True
        redacted = text
        for token in self.tokens.occurring(text):
            redacted = token.redactor.text(redacted)
        if redacted != text:
            record.msg, record.args = truncated(redacted, _MAX_LINE), ()
        return True


_FILTER = _TokenFilter()

# Before a fork, logging takes its lock. A thread that imports httpx needs that lock, and
# holds ours: so a fork has to take ours first.
guard_forks()
