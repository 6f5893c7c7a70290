"""The question whether to pay for a batch: it names all that may be paid for."""

from runcomfy_models._runtime.pricing import format_dollars
from runcomfy_models.batch import Plan


def batch_question(plan: Plan, retries: int) -> str | None:
    """Return the question; None if nothing will be paid for."""
    tries = retries + 1
    if plan.to_send:
        price = "an unknown price" if plan.price.high is None else str(plan.price)
        return f"Pay {price} for {_jobs(plan.to_send)}{_total(plan, tries)}?"
    if plan.to_finish and retries:
        return f"Pay for up to {tries} tries of {_jobs(plan.to_finish)} in all?"
    return None


def _total(plan: Plan, tries: int) -> str:
    """Return what all tries cost at most, if there may be more than one."""
    if tries == 1:
        return ""
    high = None if plan.to_finish else plan.price.high
    total = "an unknown price" if high is None else format_dollars(high * tries)
    return f" (up to {tries} tries: {total})"


def _jobs(count: int) -> str:
    return "1 job" if count == 1 else f"{count} jobs"
