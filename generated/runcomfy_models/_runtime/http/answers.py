# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 51374ab3bb691d8890522983c849578a
"""HTTP answers of the service, which may have any form."""

import json
from typing import Any

from ..errors import RunComfyError
from ..json_value import is_object
from ..truncating import MAX_TEXT, truncated, truncated_json


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

    def status_or(self, known: str) -> str:
        """Return the job's status in the answer, or `known` if it has none."""
        status = self.document.get("status")
        return status if isinstance(status, str) and status else known


def _document(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return document if is_object(document) else {}
