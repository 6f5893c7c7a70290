# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 1b0ef6888b4b1878da6940b151eb7359
"""The JSON that the service answers about a job."""

from typing import Any

from .._runtime.service import CANCEL_PATH, RESULT_PATH, STATUS_PATH
from .._runtime.status import COMPLETED_STATUSES
from .simulated_job import IN_PROGRESS, Job

Document = dict[str, Any]

_URLS = {
    "status_url": STATUS_PATH,
    "result_url": RESULT_PATH,
    "cancel_url": CANCEL_PATH,
}


def submitted(job: Job, base_url: str) -> Document:
    """Return the answer to a submission."""
    return {"request_id": job.id, **_urls(job, base_url, *_URLS)}


def status(job: Job, base_url: str) -> Document:
    """Return the answer to a status call; it has a position only while the job is queued."""
    document = {
        "request_id": job.id,
        "status": job.status,
        **_urls(job, base_url, "status_url", "result_url"),
    }
    if job.queue_position is not None:
        document["queue_position"] = job.queue_position
    if job.status == IN_PROGRESS:
        document["instance_id"] = f"instance-{job.id}"
    return document


def result(job: Job, output: Document, with_cost: bool) -> Document:
    """Return the answer to a result call; only a status until the job ends."""
    document: Document = {"request_id": job.id, "status": job.status}
    if job.finished_at is None:
        return document
    document["model_id"] = job.model_id
    document["created_at"] = job.created_at.isoformat()
    document["finished_at"] = job.finished_at.isoformat()
    if job.status in COMPLETED_STATUSES:
        document["output"] = output
    if job.status == "failed":
        document["error"] = job.course.error or "the job failed"
        document["error_code"] = job.course.error_code
    if with_cost and job.price is not None:
        document["cost"] = float(job.charged)
    return document


def cancelled(job: Job, outcome: str) -> Document:
    """Return the answer to a cancel call."""
    return {"request_id": job.id, "status": job.status, "outcome": outcome}


def _urls(job: Job, base_url: str, *names: str) -> Document:
    return {name: base_url + _URLS[name].format(request_id=job.id) for name in names}
