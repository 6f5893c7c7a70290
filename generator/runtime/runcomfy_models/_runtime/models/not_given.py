"""The sentinel for an input that is left out: it is not sent, and it is not null."""

from enum import Enum
from typing import Final, Literal

from ..public import public


@public
class NotGiven(Enum):
    """Type of `NOT_GIVEN`, the default of every optional input."""

    NOT_GIVEN = "NOT_GIVEN"

    def __repr__(self) -> str:
        """Return the sentinel's name."""
        return "NOT_GIVEN"

    def __bool__(self) -> Literal[False]:
        """Return False, so that `if inputs.seed` works as it would with None."""
        return False


NOT_GIVEN: Final = NotGiven.NOT_GIVEN
"""Leave this input out of the request."""
