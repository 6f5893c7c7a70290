"""From the inputs that a client was given to the call that submits a job, and to the job.

Once a job is paid for, no import may fail any more: both ends stand in this module.
"""

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from ..concurrency import Blocking
from ..http.calls import Call, submit_call
from ..http.request_ids import check_request_id
from ..http.retry import LOGGER
from ..jobs.interruption import annotate
from ..media.call_context import CallContext
from ..media.local_files import contains_local_file
from ..models.inputs import InputModel
from ..models.outputs import OutputT
from ..models.problems import invalid_input
from ..pricing import Price, Pricing, check_price
from .job import Job

if TYPE_CHECKING:
    from .account import RunComfy


class Submission:
    """A paid call, and the id of its job as soon as it is known."""

    def __init__(self, call: Call, account: "RunComfy", price: Price) -> None:
        """Prepare; nothing is sent yet."""
        self.price = price
        """What the job may cost."""
        self._call = call
        self._account = account
        self._request_id: str | None = None

    def send(self) -> str:
        """Make the paid call and return the request_id. See `Transport.submit`."""
        account = self._account
        if extra := account.options.extra_inputs:
            names = ", ".join(extra)
            LOGGER.warning("%s: sending unchecked: %s", self._call.model_id, names)
        self._request_id = account.transport.submit(self._call, account.options)
        return self._request_id

    def annotate(self, error: BaseException) -> None:
        """Add the request_id to an exception that interrupts the job, if it lacks it."""
        request_id = self._request_id
        if request_id is None or getattr(error, "request_id", None) is not None:
            return
        text = f"request {request_id} of {self._call.model_id}: the job goes on"
        annotate(error, text, request_id=request_id)


def checked_call(
    account: "RunComfy",
    model_id: str,
    input_type: type[InputModel],
    pricing: Pricing,
    given: InputModel | dict[str, Any],
) -> tuple[Call, Price]:
    """Return the call that submits `given`, and what it may cost.

    `given` is an `Input`, or inputs by their Python names. Local files are read off the event
    loop. Raises `InvalidInputError` with everything that can be known offline, and
    `PriceTooHigh`.
    """
    options = account.options
    context = CallContext(account.transport.base_url, options.media_checks)

    def call() -> tuple[Call, Price]:
        values = (
            given.to_payload()
            if isinstance(given, InputModel)
            else input_type.by_wire_name(given)
        )
        checked = validated(input_type, values, context, account, model_id)
        payload = checked.to_payload()
        price = pricing.price(payload)
        check_price(price, options.max_cost, options.max_cost_unknown, model_id)
        return submit_call(model_id, {**options.extra_inputs, **payload}), price

    return Blocking.run(call) if contains_local_file(given) else call()


def validated(
    input_type: type[InputModel],
    values: dict[str, Any],
    context: CallContext,
    account: "RunComfy",
    model_id: str,
) -> InputModel:
    """Return the `Input` for `values` (wire names). Raises `InvalidInputError`."""
    try:
        return input_type.model_validate(values, context=context)
    except ValidationError as error:
        redact = account.transport.redact
        invalid = invalid_input(error, model_id, input_type, redact)
    # Raised out here: inside `except`, the error would keep the values alive.
    raise invalid


def new_job(
    request_id: str,
    model_id: str,
    output_type: type[OutputT],
    account: "RunComfy",
    price: Price | None,
) -> Job[OutputT]:
    """Return the job with that id, followed by `account`. Raises `InvalidInputError`.

    `price` is what it may cost, if it was submitted just now; else None.
    """
    check_request_id(request_id, model_id)
    transport, options = account.transport, account.options
    return Job(request_id, model_id, output_type, transport, options, price)
