"""`show` and `list`: print the content of the schemas as tables."""
