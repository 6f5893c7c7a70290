# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 6b54cc950e0cb3d2fbaa081d541022e9
"""Which error an answer stands for: the `error_code` decides, then the HTTP status."""

from .errors import (
    AuthenticationError,
    InsufficientBalanceError,
    InvalidInputError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseError,
    RunComfyError,
    ServerError,
)

BY_CODE: dict[int, type[RunComfyError]] = {
    400001: NotFoundError,  # malformed id
    400002: InsufficientBalanceError,
    400004: AuthenticationError,
    401001: AuthenticationError,
    403001: PermissionDeniedError,
    403003: PermissionDeniedError,
    404001: NotFoundError,
    422001: InvalidInputError,
    500001: ServerError,
}
"""The service's `error_code`: which error it is. Source: the error table of its docs."""

BY_STATUS: dict[int, type[RunComfyError]] = {
    400: InvalidInputError,
    401: AuthenticationError,
    402: InsufficientBalanceError,
    403: PermissionDeniedError,
    404: NotFoundError,
    408: ServerError,  # it gave up reading: nobody can tell what it took
    422: InvalidInputError,
    429: RateLimitError,
    499: ServerError,  # a proxy's word for a call that was broken off: the same
}
"""HTTP status: which error it is where no known `error_code` says so."""


def error_class(error_code: int | None, http_status: int) -> type[RunComfyError]:
    """The class for an answer that is an error; `ResponseError` if nothing is known."""
    if error_code in BY_CODE:
        return BY_CODE[error_code]
    if http_status in BY_STATUS:
        return BY_STATUS[http_status]
    return ServerError if http_status >= 500 else ResponseError
