# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: c6e9b8ccb1fb04f09b2e76a5456c6e9e
"""The pydantic context of a validation that prepares a call."""

from dataclasses import dataclass, field


@dataclass
class CallContext:
    """The context in which a call is prepared: media given as text are checked, too.

    Without it, `Input` checks exactly what the JSON Schema says.
    """

    base_url: str
    """Address of the API."""
    media_checks: bool = True
    """The option of that name."""
    rules: str = "refuse"
    """The option of that name, for the content types that rules in words accept."""
    local_files: dict[str, str] = field(default_factory=dict[str, str])
    """`data:` URI that a local file was turned into: the file's path."""
