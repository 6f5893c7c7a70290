"""Stop a run of a batch, and keep the error that it then raises."""


class StopFlag:
    """A flag that stops a run: once set, no new job is begun."""

    def __init__(self) -> None:
        """Begin as not set."""
        self.is_set = False
        self.error: BaseException | None = None
        """The exception that the run raises in the end."""

    def set(self, error: BaseException | None = None) -> None:
        """Begin nothing new; raise `error` when what is being submitted has ended.

        The first error counts. Notes of later ones are added to it, since they may have the id
        of a job that could not be recorded.
        """
        self.is_set = True
        if self.error is None:
            self.error = error
        elif error is not None:
            for note in getattr(error, "__notes__", ()):
                self.error.add_note(note)
