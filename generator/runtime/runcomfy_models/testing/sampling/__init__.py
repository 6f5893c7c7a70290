"""Generate values that fit a JSON Schema: quickly, and always the same ones."""
