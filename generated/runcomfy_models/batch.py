# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 0e3d6abca33fbaa886aef47010f24013
"""Batches: a table of paid jobs, a budget, crashes, and nothing paid twice.

    from runcomfy_models.batch import Batch

    with Batch("portraits.db", budget="25.00", files="out/{key}{suffix}") as batch:
        batch.add_rows(image_to_video, "rows.csv")
        print(batch.plan())
        for entry in batch.run():
            print(entry.key, entry.state, entry.cost, entry.paths)

`AsyncBatch` is the same with `async for`.
"""

from ._runtime.batch.batch import AsyncBatch
from ._runtime.batch.plan import Plan, RowProblem
from ._runtime.batch.progress import Progress
from ._runtime.batch.sync_batch import Batch
from ._runtime.journal.entry import Entry

__all__ = ["AsyncBatch", "Batch", "Entry", "Plan", "Progress", "RowProblem"]
