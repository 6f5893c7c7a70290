"""The six operations of an agent, within its budget and its folders, independent of MCP."""

import asyncio
from decimal import Decimal
from pathlib import Path
from typing import Any

import runcomfy_models

from .. import AsyncRequest, ModelInfo
from .._runtime.errors import JobCancelled, JobFailed, WaitTimeout
from .._runtime.journal.entry import Entry
from .._runtime.journal.journal import new_key
from .._runtime.journal.paid_calls.states import CANCELLED, DONE, FAILED
from .._runtime.models.partial_inputs import partial_inputs
from .._runtime.models.payload import by_python_name
from .._runtime.truncating import truncated_json
from ..journal import Journal
from .limits import AgentLimits
from .local_media import with_local_files
from .named_models import model_of
from .requested_job import RequestedJob, check_inputs, may_be_paid
from .session_account import SessionAccount
from .session_budget import SessionBudget
from .tool_answers import ToolAnswer, amount, described, listed, priced
from .unanswered_jobs import UnansweredJobs, fingerprint_of

DESCRIBE = "describe_model(model_id) says what it takes."
OTHER_WORDS = "Try other words; without any, all models are listed."
STORE = "download(request_id) stores its files."
STORED = "The files are there."
NOT_RECORDED = "They were not recorded in the journal"

POLL_SECONDS = 10
"""The pause that an agent is advised to make between two calls of `status`."""

FOLLOW = f"status(request_id), every {POLL_SECONDS} seconds until it has ended."
EARLIER = "This job was paid for before; for one more, run with a new key. Now "


class Session:
    """The session of one agent, with its budget and its folders."""

    def __init__(self, journal: Journal, limits: AgentLimits) -> None:
        """Record every paid call in `journal`, which is not closed here."""
        self.limits = limits
        self._account = SessionAccount(journal, limits)
        self._budget = SessionBudget(limits.budget)
        self._unanswered = UnansweredJobs()
        self._paying: set[asyncio.Future[Any]] = set()
        """Paid calls that are under way."""

    def redact(self, text: str) -> str:
        """Return JSON `text` without the token."""
        return self._account.redact(text)

    async def find_models(self, words: str, kind: str, limit: int) -> ToolAnswer:
        """Find models by words."""
        infos = [
            info for info in runcomfy_models.find(words) if kind in ("", info.kind)
        ]
        return {
            "models": [listed(info) for info in infos[:limit]],
            "found": len(infos),
            "next": DESCRIBE if infos else OTHER_WORDS,
        }

    async def describe_model(self, model_id: str) -> ToolAnswer:
        """Describe a model. Raises `NotFoundError`."""
        model = model_of(model_id)
        client_type: Any = model.client
        info = client_type.info or ModelInfo(model.model_id)
        return described(info, model.input_type, client_type.output_type)

    async def price(self, model_id: str, inputs: dict[str, Any]) -> ToolAnswer:
        """Estimate a price; nothing is sent. Raises `NotFoundError`, `InvalidInputError`."""
        model = model_of(model_id)
        keywords = by_python_name(model.input_type, inputs)
        factors = partial_inputs(
            model.input_type, keywords, model.pricing.names, model_id, str
        )
        return {
            "model_id": model.model_id,
            **priced(model.pricing.price(factors)),
            **self._budget_left(),
            "next": "run(model_id, inputs) asks the user before it pays.",
        }

    async def requested_job(
        self, model_id: str, inputs: dict[str, Any], key: str
    ) -> RequestedJob:
        """Check a job that is to be run; nothing is sent.

        Without a `key`, it is a new job; but if the answer about an earlier job with the same
        inputs did not reach the agent, it is that job.

        Raises `NotFoundError`, `InvalidInputError`, `PriceTooHigh` and `OverBudget`.
        """
        model = model_of(model_id)
        folders = self.limits.folders
        with_files, problems = with_local_files(inputs, model.input_type, folders)
        keywords = by_python_name(model.input_type, with_files)
        client: Any = self._account.client(model, None)
        await check_inputs(client, keywords, problems)
        price = client.price(**keywords)
        fingerprint = fingerprint_of(model.model_id, inputs)
        key = key or self._unanswered.key_of(fingerprint) or new_key()
        is_paid_for = await self._account.is_paid_for(key)
        requested = RequestedJob(
            model.model_id, fingerprint, keywords, key, price, is_paid_for
        )
        if not is_paid_for:
            cost_at_most = await self._cost_at_most(requested)
            self._budget.check(requested.key, cost_at_most, requested.model_id)
        return requested

    async def run(self, requested: RequestedJob) -> ToolAnswer:
        """Pay for a job, unless that was done before; return its id.

        Raises `OverBudget`, and what `submit` of a client raises.
        """
        is_reserved = False
        if not requested.is_paid_for:
            cost_at_most = await self._cost_at_most(requested)
            is_reserved = self._budget.reserve(
                requested.key, cost_at_most, requested.model_id
            )
        request = await self._submitted(requested, is_reserved)
        return {
            "request_id": request.id,
            "model_id": requested.model_id,
            "key": requested.key,
            "paid_before": requested.is_paid_for,
            "price": str(requested.price),
            **self._budget_left(),
            "next": (EARLIER if requested.is_paid_for else "") + FOLLOW,
        }

    async def status(self, request_id: str) -> ToolAnswer:
        """Look at a job once. Raises `NotFoundError`, and what a request's `status` raises."""
        entry, request = await self._account.job(request_id)
        if entry is None or entry.ended_at is None:
            status = await request.status()
            if not status.ended:
                return {
                    "request_id": request_id,
                    "state": status.status,
                    "queue_position": status.queue_position,
                    "next": f"Wait {POLL_SECONDS} seconds, then status again.",
                }
        try:
            result = await request.result()
        except (JobFailed, JobCancelled) as error:
            return await self._failed(error, request_id)
        await self._charge(request_id)
        return {
            "request_id": request_id,
            "state": "completed",
            "cost": amount(result.cost),
            **self._budget_left(),
            "output": truncated_json(result.raw.get("output")),
            "next": STORE if result.urls else "Use the output.",
        }

    async def download(self, request_id: str, folder: str) -> ToolAnswer:
        """Store the files of a job that has completed.

        Raises `NotAllowed`, `DownloadError`, and what `status` raises.
        """
        to = self.limits.folders.folder(folder)
        entry, request = await self._account.job(request_id)
        if entry is None or entry.answer is None:
            status = await request.status()
            if not status.ended:
                raise WaitTimeout(
                    f"request {request_id} is {status.status}: its files are not there yet",
                    request_id=request_id,
                )
        paths, problem = _stored_before(entry, to), None
        if not paths:
            paths = await (await request.result()).download(to)
            problem = await self._account.record_files(entry, paths)
        stored = STORED if problem is None else f"{STORED} {NOT_RECORDED}: {problem}"
        return {
            "request_id": request_id,
            "paths": [str(path) for path in paths],
            "next": stored,
        }

    async def aclose(self) -> None:
        """Close the connections, once the paid calls under way have ended and are recorded."""
        if self._paying:
            await asyncio.wait(self._paying)
        await self._account.aclose()

    async def _submitted(
        self, requested: RequestedJob, is_reserved: bool
    ) -> AsyncRequest[Any]:
        """Make the paid call; remember a job whose answer does not reach the agent.

        `is_reserved` says whether its cost was reserved for this very call, and not for an
        earlier one with the same key, which may have been paid.
        """
        model = model_of(requested.model_id)
        client: Any = self._account.client(model, requested.key)
        paying = asyncio.ensure_future(client.submit(**requested.keywords))
        self._paying.add(paying)
        paying.add_done_callback(self._paying.discard)
        try:
            # A client that gives up waiting cancels its call, but the paid call must not be
            # cancelled in the middle: its outcome would be unknown.
            request: AsyncRequest[Any] = await asyncio.shield(paying)
        except BaseException as error:
            if may_be_paid(error):
                self._unanswered.add(requested.fingerprint, requested.key)
            elif is_reserved:
                self._budget.give_back(requested.key)
            raise
        self._unanswered.discard(requested.fingerprint)
        return request

    async def _cost_at_most(self, requested: RequestedJob) -> Decimal | None:
        """Return the amount to reserve for a job; None if it is unknown."""
        if requested.price.high is not None:
            return requested.price.high
        observed = await self._account.highest_cost(requested.model_id)
        return self.limits.max_cost if observed is None else observed

    async def _failed(
        self, error: JobFailed | JobCancelled, request_id: str
    ) -> ToolAnswer:
        await self._charge(request_id)
        return {
            "request_id": request_id,
            "state": "cancelled" if isinstance(error, JobCancelled) else "failed",
            "error": str(error),
            **self._budget_left(),
            "next": "Change the inputs, and run it with a new key if the user wants that.",
        }

    async def _charge(self, request_id: str) -> None:
        """Replace what is reserved for a job by what it has cost."""
        entry = await self._account.entry(request_id)
        if entry is None:
            return
        if entry.state == CANCELLED and entry.cost is None:
            self._budget.give_back(entry.key)
        elif entry.cost is not None and entry.state in (DONE, FAILED, CANCELLED):
            self._budget.charge(entry.key, entry.cost)

    def _budget_left(self) -> ToolAnswer:
        left = amount(self._budget.left)
        return {} if left is None else {"budget_left": left}


def _stored_before(entry: Entry | None, folder: Path) -> list[Path]:
    """Return the files that were stored in `folder` before, if all of them are still there."""
    paths = entry.paths if entry else []
    are_there = all(path.parent == folder and path.is_file() for path in paths)
    return paths if are_there else []
