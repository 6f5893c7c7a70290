"""Compare the Python that callers import: modules, classes and attributes."""

from runcomfy_codegen.diff.interface.comparing import compare_interfaces
from runcomfy_codegen.diff.interface.planned import planned

__all__ = ["compare_interfaces", "planned"]
