"""The error for a text that cannot be read as a value."""


class Unreadable(ValueError):
    """A text cannot be read: invalid JSON, or pairs with a misspelt name."""
