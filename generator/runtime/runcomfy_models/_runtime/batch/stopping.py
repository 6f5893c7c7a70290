"""Whether a run begins anything new, and what it ends in if not."""


class Stopping:
    """Set once: from then on a run begins nothing new."""

    def __init__(self) -> None:
        """Begin as not set."""
        self.is_set = False
        self.error: BaseException | None = None
        """What the run raises in the end; the first error counts."""

    def set(self, error: BaseException | None = None) -> None:
        """Begin nothing new; raise `error` when what is being submitted has ended."""
        self.is_set = True
        self.error = self.error or error
