# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 2fe753bc6debbf957d9f9047526d44c5
"""What httpx, httpcore and we log of a call: never the token, nothing of any length.

A server may send the token or a prompt back in a header, and httpcore logs headers.
"""

import logging

from .credentials import Token
from .shown import shown

LOGGERS = (
    "httpx",
    "runcomfy_models",
    "httpcore.connection",
    "httpcore.http11",
    "httpcore.http2",
    "httpcore.proxy",
    "httpcore.socks",
)

LONGEST = 500
"""Characters of a log line."""


def guard_logs(token: Token) -> None:
    """From now on keep `token` out of what those loggers say."""
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
            text = token.redacting.text(text)
        record.msg, record.args = shown(text, LONGEST), ()
        return True


_FILTER = _Filter()
