# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 6c76ca9051eed7c7fdd9a7eecef0960c
"""From the keywords of a generated method to the call that submits a job, and to the job.

Once a job is paid for, nothing is imported any more that could fail: both stand here.
"""

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from ..aside import Aside
from ..calls import Call, submit_call
from ..inputs import InputModel
from ..media.reading import holds_local
from ..not_given import NOT_GIVEN
from ..outputs import OutputT
from ..problems import invalid_input
from ..request_ids import check_request_id
from .job import Job

if TYPE_CHECKING:
    from .account import RunComfy

OTHERS = frozenset({"self", "_further"})
"""Local variables of a generated method that are no inputs."""


def submission(
    model_id: str, input_type: type[InputModel], variables: dict[str, Any]
) -> Call:
    """The call that submits what the local `variables` of a generated method hold.

    Files are read elsewhere than in an event loop. Raises `InvalidInputError`.
    """
    inputs = _inputs(variables)

    def call() -> Call:
        return submit_call(model_id, checked_payload(model_id, input_type, inputs))

    return Aside.of(call) if holds_local(inputs) else call()


def job(
    request_id: str,
    model_id: str,
    output_type: type[OutputT],
    account: "RunComfy",
) -> Job[OutputT]:
    """The job of that id, and how `account` follows it. Raises `InvalidInputError`."""
    check_request_id(request_id, model_id)
    transport, options = account.transport, account.options
    return Job(request_id, model_id, output_type, transport, options)


def checked_payload(
    model_id: str, input_type: type[InputModel], inputs: dict[str, Any]
) -> dict[str, Any]:
    """The JSON body for `inputs`, by Python names. Raises `InvalidInputError`."""
    try:
        return input_type(**inputs).to_payload()
    except ValidationError as error:
        found = invalid_input(error, model_id)
    raise found  # here, so that it does not drag the values along


def _inputs(variables: dict[str, Any]) -> dict[str, Any]:
    """What was given, further properties included."""
    named = {
        name: value
        for name, value in variables.items()
        if value is not NOT_GIVEN and name not in OTHERS
    }
    return {**named, **variables.get("_further", {})}
