# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 4986e2c2c4a308ade1f3b1f73c045e20
"""What an exception of another kind tells of the job that it interrupts."""


def tell(error: BaseException, text: str, **facts: object) -> None:
    """Add `text` as a note and, where `error` says nothing of its own, as its message.

    `facts` become attributes: Ctrl-C stays `KeyboardInterrupt`, the cancellation of a
    task stays `CancelledError`, and both tell the request_id.
    """
    ours: list[str] = getattr(error, "__notes__", [])
    if not error.args or error.args[0] in ours:
        error.args = (text,)
    error.add_note(text)
    vars(error).update(facts)


def tell_listener(on_update: object, request_id: str) -> None:
    """Call the method `left` of a callback that has one: no more updates will come."""
    left: object = getattr(on_update, "left", None)
    if callable(left):
        left(request_id)
