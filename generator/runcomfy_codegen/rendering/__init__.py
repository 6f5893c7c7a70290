"""From specs to source text: types, docstrings, modules, formatting."""
