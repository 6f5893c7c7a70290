# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 07d9cc17bed4738754b232edf73ae890
"""Generate values that fit a JSON Schema: quickly, and always the same ones."""
