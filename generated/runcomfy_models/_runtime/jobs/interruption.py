# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 196fcb1e9d14b329a8a24ba05039f291
"""Add the request_id to an exception that interrupts a job, and inform the callback."""


def job_goes_on(request_id: str, model_id: str) -> str:
    """Return the note for an exception that ends the wait for a job, but not the job."""
    return f"request {request_id} of {model_id}: the job goes on"


def annotate(error: BaseException, text: str, **facts: object) -> None:
    """Add `text` as a note to `error`, and as its message if it has none of its own.

    `facts` become attributes. The type stays the same: Ctrl-C is still `KeyboardInterrupt`, a
    cancelled task still raises `CancelledError`, and both have the request_id.
    """
    notes: list[str] = getattr(error, "__notes__", [])
    if not error.args or error.args[0] in notes:
        error.args = (text,)
    error.add_note(text)
    vars(error).update(facts)


def notify_left(on_update: object, request_id: str) -> None:
    """Call the method `left` of a callback that has one: no more updates will come."""
    left: object = getattr(on_update, "left", None)
    if callable(left):
        left(request_id)
