"""What the simulated service answers when it refuses a call."""

from typing import Any

REFUSALS = {
    400001: (400, "the id is malformed"),
    400002: (402, "the balance is too low"),
    400004: (401, "the token is missing, expired or revoked"),
    404001: (404, "there is no such resource"),
    422001: (422, "the body does not fit the schema"),
    500001: (500, "the service failed"),
}
"""error_code: HTTP status and message. Source: the error table of the docs."""


class Refusal(Exception):
    """An answer that says no."""

    def __init__(
        self,
        error_code: int,
        detail: list[dict[str, Any]] | None = None,
        message: str = "",
    ) -> None:
        """`detail` lists what is wrong with a body, in the form of FastAPI."""
        super().__init__(error_code)
        self.http_status, usual = REFUSALS[error_code]
        self.document: dict[str, Any] = {
            "error_code": error_code,
            "message": message or usual,
        }
        if detail is not None:
            self.document["detail"] = detail
