# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 3ac6264cebcf64c3af4c96b62c5d9d44
"""The statuses that are known, and which of them are ends."""

COMPLETED = frozenset({"completed", "succeeded"})
FAILED = frozenset({"failed"})
CANCELLED = frozenset({"cancelled", "canceled"})
ENDS = COMPLETED | FAILED | CANCELLED
"""A job in one of these will not change any more. An unknown status is no end."""

QUEUED = frozenset({"in_queue", "pending", "waiting"})
RUNNING = frozenset({"in_progress", "starting", "processing"})
UNDER_WAY = QUEUED | RUNNING
"""Statuses of a job that goes on: the documented ones, and those of RunComfy's tools."""
