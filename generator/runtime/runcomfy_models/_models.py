"""The models of this package.

A placeholder: the generator writes this file anew in each package, from `schemas/`.
"""

from collections.abc import Mapping
from types import MappingProxyType

MODELS: Mapping[str, str] = MappingProxyType({})
"""Model_id: the name of its module."""

RENAMED: Mapping[str, str] = MappingProxyType({})
"""An id that a model had: the id that it has now."""

GONE: Mapping[str, str] = MappingProxyType({})
"""An id of a model that was removed: the day on which it was."""
