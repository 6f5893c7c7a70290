"""What an exception of another kind tells of the job that it interrupts."""


def tell(error: BaseException, text: str, **facts: object) -> None:
    """Add `text` as a note and, where `error` says nothing itself, as its message.

    `facts` become attributes: Ctrl-C stays `KeyboardInterrupt`, the cancellation of a
    task stays `CancelledError`, and both tell the request_id.
    """
    error.add_note(text)
    if not error.args:
        error.args = (text,)
    vars(error).update(facts)
