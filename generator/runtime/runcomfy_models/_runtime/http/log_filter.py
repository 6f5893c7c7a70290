"""Keep tokens and long texts out of the logs of httpx, httpcore and this package.

A server may send the token or a prompt back in a header, and httpcore logs headers.
"""

import logging

from ..truncating import truncated
from .credentials import Token

LOGGERS = (
    "httpx",
    "runcomfy_models",
    "httpcore.connection",
    "httpcore.http11",
    "httpcore.http2",
    "httpcore.proxy",
    "httpcore.socks",
)

MAX_LINE = 500
"""Characters of a log line."""


def guard_logs(token: Token) -> None:
    """Redact `token` in those loggers from now on."""
    _FILTER.tokens.add(token)
    for name in LOGGERS:
        logger = logging.getLogger(name)
        if _FILTER not in logger.filters:
            logger.addFilter(_FILTER)


class _Filter(logging.Filter):
    def __init__(self) -> None:
        super().__init__()
        self.tokens: set[Token] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        for token in self.tokens:
            text = token.redactor.text(text)
        record.msg, record.args = truncated(text, MAX_LINE), ()
        return True


_FILTER = _Filter()
