"""HTTP answers of the service, which may have any form."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from ..errors import RunComfyError
from ..json_value import is_object
from ..timing import MAX_SECONDS
from ..truncating import MAX_TEXT, truncated, truncated_json

_SECONDS = re.compile(r"\d+(\.\d+)?", re.ASCII)


class Answer:
    """One HTTP answer, independent of the library that received it."""

    def __init__(
        self,
        status: int,
        text: str,
        retry_after: float | None = None,
        failure: RunComfyError | None = None,
        token_source: str = "",
    ) -> None:
        """Parse `text`; `retry_after` is the pause that the server asks for, in seconds.

        `failure` says why the answer broke off, if it did: then `text` is its beginning.
        `token_source` says where the token of the call was found.
        """
        self.status = status
        self.text = text
        self.retry_after = retry_after
        self.failure = failure
        self.token_source = token_source
        self.document = _document(text)
        """The JSON object in the answer; empty if there is none."""

    @property
    def excerpt(self) -> str:
        """The part that an error shows: a long text may be a prompt."""
        if len(self.text) <= MAX_TEXT or not self.document:
            return truncated(self.text)
        return json.dumps(truncated_json(self.document), ensure_ascii=False)

    def status_or(self, default: str) -> str:
        """Return the job's status in the answer, or `default` if it has none."""
        status = self.document.get("status")
        return status if isinstance(status, str) and status else default


def _document(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return document if is_object(document) else {}


def read_retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds that the header `Retry-After` asks for: a number, or a date.

    A date is compared with the header `Date`, since this machine's clock, `now`, may be wrong.
    Anything else means None. Source: RFC 9110, section 10.2.3.
    """
    header = headers.get("Retry-After")
    if not header:
        return None
    if _SECONDS.fullmatch(header.strip()):
        return min(float(header), MAX_SECONDS)
    moment = _moment(header)
    if moment is None:
        return None
    pause = (moment - (_moment(headers.get("Date", "")) or now)).total_seconds()
    return min(max(pause, 0.0), MAX_SECONDS)


def _moment(text: str) -> datetime | None:
    """Read an HTTP date; None if it is not one."""
    try:
        moment = parsedate_to_datetime(text)
        # RFC 9110: an HTTP date is always GMT.
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    except (ValueError, TypeError, IndexError, OverflowError):
        return None  # OverflowError: a time zone that leads beyond the last date
