# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 705f349de1bd8e36fd7d4b6a8e755217
"""Batches: a table of paid jobs, a budget, crashes, and nothing paid twice.

    from runcomfy_models.batch import Batch

    with Batch("portraits.db", budget="25.00", files="out/{key}{suffix}") as batch:
        batch.add_rows(image_to_video, "rows.csv")
        print(batch.plan())
        for item in batch.run():
            print(item.key, item.state, item.cost, item.paths)

`AsyncBatch` is the same with `async for`.
"""

from ._runtime.batch.batch import AsyncBatch
from ._runtime.batch.plan import Plan, RowProblem
from ._runtime.batch.progress import Progress
from ._runtime.batch.sync_batch import Batch
from ._runtime.journal.entry import Entry

__all__ = ["AsyncBatch", "Batch", "Entry", "Plan", "Progress", "RowProblem"]
