# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 97a9b594d5d0ccb54f97fedcbaf6dc64
"""The error of a text that stands for no value."""


class Unreadable(ValueError):
    """A text is not what may stand there: broken JSON, pairs with a name that is misspelt."""
