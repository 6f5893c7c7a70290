"""From two schemas to the changes between them, each with its effect on what fits."""

from runcomfy_codegen.diff.comparing.comparer import changes

__all__ = ["changes"]
