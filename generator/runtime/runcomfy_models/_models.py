"""The models of this package."""

from collections.abc import Mapping
from types import MappingProxyType

MODELS: Mapping[str, str] = MappingProxyType({})
"""Model_id: the name of its module."""
