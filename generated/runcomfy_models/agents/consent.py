# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 50874f683df625d9a719c56525f951ad
"""Ask the user before a job is paid for."""

from pydantic import BaseModel, Field

from .._runtime.errors import RunComfyError
from .._runtime.pricing import Price
from .._runtime.truncating import truncated, truncated_repr


class NotAgreed(RunComfyError):
    """The user did not agree to pay. Nothing was sent."""


class CannotAsk(NotAgreed):
    """The client cannot ask its user. Nothing was sent."""


class Consent(BaseModel):
    """The answer of the user."""

    run: bool = Field(
        True, title="Run it", description="Whether to run the model and pay for it."
    )


def question(model_id: str, inputs: dict[str, object], price: Price) -> str:
    """Return the question to the user: the model, its inputs, the price."""
    lines = "".join(f"\n  {name}: {_text(value)}" for name, value in inputs.items())
    costs = f"It costs {price}" if price.is_known else "Its price is not known"
    return f"Run {model_id}? {costs} ({price.basis}).{lines}"


def _text(value: object) -> str:
    text = truncated(value) if isinstance(value, str) else str(truncated_repr(value))
    # The agent writes the inputs: a line break in one must not look like another line of the
    # question, and no character may control a terminal.
    return text if text.isprintable() else repr(text)
