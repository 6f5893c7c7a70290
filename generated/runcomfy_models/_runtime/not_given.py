# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 45b94c6ec0463535d911874e70119911
"""The sentinel of an input that was left out: it is not sent, and it is not null."""

from enum import Enum
from typing import Final, Literal

from .public import public


@public
class NotGiven(Enum):
    """Type of `NOT_GIVEN`, the default of every optional input."""

    NOT_GIVEN = "NOT_GIVEN"

    def __repr__(self) -> str:
        """The sentinel's own name."""
        return "NOT_GIVEN"

    def __bool__(self) -> Literal[False]:
        """False, so that `if inputs.seed` reads as it would with None."""
        return False


NOT_GIVEN: Final = NotGiven.NOT_GIVEN
"""Leave this input out of the request."""
