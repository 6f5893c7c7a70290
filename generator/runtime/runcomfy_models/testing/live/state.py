"""The state of the simulator at one moment, as JSON for the page."""

from typing import Any

from ..._runtime.status import FAILED_STATUSES, status_in_words
from ..fault_scripts import Faults
from ..ledger import HttpCall, Ledger
from ..simulated_job import Job

_MAX_SHOWN = 100
"""Jobs and calls that are shown, the newest ones; all of them are counted."""

_Row = dict[str, Any]


def state(ledger: Ledger, faults: Faults) -> dict[str, Any]:
    """Return `totals`, lists of `jobs` and `calls`, newest first, and the `faults` to come."""
    jobs, calls, untold = ledger.jobs, list(ledger.calls), ledger.untold
    untold_ids = {job.id for job in untold}
    return {
        "totals": {
            "calls": len(calls),
            "jobs": len(jobs),
            "charged": f"{ledger.charged} US dollars",
            "untold": len(untold),
        },
        "jobs": [_job(job, untold_ids) for job in reversed(jobs[-_MAX_SHOWN:])],
        "calls": [
            _call(number, calls[number - 1])
            for number in range(len(calls), max(len(calls) - _MAX_SHOWN, 0), -1)
        ],
        "faults": _faults(faults),
    }


def _job(job: Job, untold_ids: set[str]) -> _Row:
    return {
        "id": job.id,
        "model": job.model_id,
        "status": status_in_words(job.status, job.queue_position),
        "charged": str(job.charged),
        "note": _note(job, job.id in untold_ids),
    }


def _note(job: Job, untold: bool) -> str:
    if untold:
        return "no answer gave its id to the client"
    return job.course.error or "" if job.status in FAILED_STATUSES else ""


def _call(number: int, call: HttpCall) -> _Row:
    return {
        "number": number,
        "method": call.method,
        "path": call.path + (f"?{call.query}" if call.query else ""),
        "status": call.status or "no answer",
        "fault": call.fault,
    }


def _faults(faults: Faults) -> list[_Row]:
    """Return a row for each kind of call with faults to come: by a script, or by chance."""
    scripts = {kind: ", then ".join(names) for kind, names in faults.scripted().items()}
    shares = {kind: f"{share:.0%} of them" for kind, share in faults.shares().items()}
    return [
        {"calls": kind, "next": scripts.get(kind, ""), "chance": shares.get(kind, "")}
        for kind in sorted({*scripts, *shares})
    ]
