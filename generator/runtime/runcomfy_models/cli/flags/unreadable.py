"""The error of a text that stands for no value."""


class Unreadable(ValueError):
    """A text is not what may stand there: broken JSON, pairs with a name that is misspelt."""
