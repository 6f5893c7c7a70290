"""The sentinel for an input that is left out: it is not sent, and it is not null."""

from enum import Enum
from typing import TYPE_CHECKING, Any, Final, Literal, Self

from ..public import public

if TYPE_CHECKING:
    # For type checkers an enum, so that `if inputs.seed is NOT_GIVEN` narrows the type.
    class NotGiven(Enum):
        """Type of `NOT_GIVEN`, the default of every optional input."""

        NOT_GIVEN = "NOT_GIVEN"

        def __bool__(self) -> Literal[False]:
            """Return False, so that `if inputs.seed` works as it would with None."""
            ...

else:
    # At run time a class with one value: FastAPI shows every enum among its schemas.
    @public
    class NotGiven:
        """Type of `NOT_GIVEN`, the default of every optional input."""

        __slots__ = ()
        NOT_GIVEN: "NotGiven"

        def __new__(cls, *_: object) -> Self:
            """Return the one value."""
            return vars(cls).get("NOT_GIVEN", super().__new__(cls))

        @classmethod
        def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
            """Accept the one value."""
            from pydantic_core import core_schema  # here: options need no pydantic

            return core_schema.is_instance_schema(cls)

        def __reduce__(self) -> Any:
            """Pickle and copy as the one value."""
            return NotGiven, ()

        def __repr__(self) -> str:
            """Return the sentinel's name."""
            return "NOT_GIVEN"

        def __bool__(self) -> Literal[False]:
            """Return False, so that `if inputs.seed` works as it would with None."""
            return False

    NotGiven.NOT_GIVEN = NotGiven()

NOT_GIVEN: Final = NotGiven.NOT_GIVEN
"""Leave this input out of the request."""
