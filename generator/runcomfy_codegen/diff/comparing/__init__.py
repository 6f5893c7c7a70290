"""Find the changes between two schemas, and their effects on which values are valid."""

from runcomfy_codegen.diff.comparing.comparer import find_changes

__all__ = ["find_changes"]
