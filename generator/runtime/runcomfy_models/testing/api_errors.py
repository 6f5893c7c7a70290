"""The errors that the simulated API answers."""

from typing import Any

ERRORS = {
    400001: (400, "the id is malformed"),
    400002: (402, "the balance is too low"),
    400004: (401, "the token is missing, expired or revoked"),
    404001: (404, "there is no such resource"),
    422001: (422, "the body does not fit the schema"),
    500001: (500, "the service failed"),
}
"""error_code: HTTP status and message. Source: the error table of the docs."""


class ApiError(Exception):
    """The error with which a call is answered."""

    def __init__(
        self,
        error_code: int,
        detail: list[dict[str, Any]] | None = None,
        message: str = "",
    ) -> None:
        """Take a code of `ERRORS`; `detail` lists what is wrong, in FastAPI's form."""
        super().__init__(error_code)
        self.http_status, default = ERRORS[error_code]
        self.document: dict[str, Any] = {
            "error_code": error_code,
            "message": message or default,
        }
        if detail is not None:
            self.document["detail"] = detail
