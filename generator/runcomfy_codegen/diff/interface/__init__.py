"""Compare the Python that callers import: modules, classes and attributes."""

from runcomfy_codegen.diff.interface.class_pairs import names_to_keep
from runcomfy_codegen.diff.interface.plan_comparison import compare_interfaces
from runcomfy_codegen.diff.interface.planned import planned, refused_modules, refused_names

__all__ = [
    "compare_interfaces",
    "names_to_keep",
    "planned",
    "refused_modules",
    "refused_names",
]
