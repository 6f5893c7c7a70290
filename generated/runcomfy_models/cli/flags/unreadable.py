# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 39ff97fb58bf35099cb5c55de95ef51f
"""The error for a text that cannot be read as a value."""


class Unreadable(ValueError):
    """A text cannot be read: invalid JSON, or pairs with a misspelt name."""
