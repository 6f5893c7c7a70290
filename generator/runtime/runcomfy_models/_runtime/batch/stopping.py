"""Whether a run begins anything new, and what it ends in if not."""


class Stopping:
    """Set once: from then on a run begins nothing new."""

    def __init__(self) -> None:
        """Begin as not set."""
        self.is_set = False
        self.error: BaseException | None = None
        """The exception that the run raises in the end."""

    def set(self, error: BaseException | None = None) -> None:
        """Begin nothing new; raise `error` when what is being submitted has ended.

        The first error counts. What others say is noted in it: the id of a job, perhaps,
        that could not be recorded.
        """
        self.is_set = True
        if self.error is None:
            self.error = error
        elif error is not None:
            for note in getattr(error, "__notes__", ()):
                self.error.add_note(note)
