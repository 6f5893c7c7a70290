# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 26425baafbfac4518b2f9140b36a74f2
"""The pydantic context of a validation that prepares a call."""

from dataclasses import dataclass, field


@dataclass
class CallContext:
    """Says that a call is being prepared: media given as text are checked, too.

    Without it, `Input` gives the plain verdict of the JSON Schema.
    """

    base_url: str
    """Address of the API."""
    media_checks: bool = True
    """The option of that name."""
    rules: str = "refuse"
    """The option of that name, for the content types that rules in words accept."""
    local_files: dict[str, str] = field(default_factory=dict[str, str])
    """`data:` URI that a local file was turned into: the file's path."""
