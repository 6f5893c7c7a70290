"""Which models there are."""

from collections.abc import Mapping
from types import MappingProxyType

MODELS: Mapping[str, str] = MappingProxyType({})
"""Every model_id, with the name of its module."""
