"""The inputs of each model as flags of the command line; a command parses only its own model's.

A placeholder: the generator writes this file anew in each package, from `schemas/`.
"""

FLAGS: dict[str, tuple[str, ...]] = {}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
