"""The journal: a durable record of paid calls and their jobs.

    from runcomfy_models import RunComfy
    from runcomfy_models.journal import Journal

    with Journal("jobs.db") as journal, RunComfy(journal=journal) as account:
        client = image_to_video.Client(account)
        client.with_options(key="order-17").run(prompt="…", start_image_url="https://…")

A key makes a call repeatable: the same key and inputs give the recorded job.
"""

from ._runtime.errors import JournalError, KeyConflict, OverBudget
from ._runtime.journal.entry import Entry, StoredFile
from ._runtime.journal.journal import Journal
from ._runtime.journal.paid_calls.states import STATES
from ._runtime.journal.queries import Cost
from ._runtime.journal.receipts import verify

__all__ = [
    "STATES",
    "Cost",
    "Entry",
    "Journal",
    "JournalError",
    "KeyConflict",
    "OverBudget",
    "StoredFile",
    "verify",
]
