"""Make up values that fit a JSON Schema: the same ones each time, and quickly."""
