"""`list`, `show` and `rules`: print the content of the schemas as tables."""
