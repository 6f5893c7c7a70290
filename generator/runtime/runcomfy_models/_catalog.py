"""The index of all models: facts about each, and the words to find it by.

A placeholder: the generator writes this file anew in each package, from `schemas/`.
"""

from typing import Any

INFOS: dict[str, dict[str, Any]] = {}
"""Model_id: the other arguments of its `ModelInfo`, sorted by model_id."""

WORDS: dict[str, tuple[str, str, str]] = {}
"""Word: the numbers of the models that have it in a name, in a category, in the description."""
