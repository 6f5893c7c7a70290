# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: e978a1658de41d85dd65f9d45c62de6c
"""The six tools of an MCP server, and the question before a job is paid for."""

from collections.abc import Callable
from typing import Annotated, Any

from mcp.server.mcpserver import (
    AcceptedElicitation,
    Elicit,
    ElicitationResult,
    Resolve,
)
from mcp_types import CallToolResult
from pydantic import Field

from .consent import CannotAsk, Consent, NotAgreed, question
from .requested_job import RequestedJob
from .server_state import ToolContext, answer_or_error, session_of, state_of
from .tool_answers import ToolAnswer

ModelId = Annotated[str, Field(description="As find_models gives it.")]
Inputs = Annotated[
    dict[str, Any], Field(description="By the names that describe_model gives.")
]
Key = Annotated[
    str,
    Field(
        description="Your name for this job: the same key pays once, so that a call can be "
        "repeated. Without one, each call is a new job."
    ),
]
RequestId = Annotated[str, Field(description="As run gives it.")]
Limit = Annotated[int, Field(ge=1, le=50)]


async def find_models(
    context: ToolContext, words: str = "", kind: str = "", limit: Limit = 10
) -> CallToolResult:
    """Find models by words such as "lip sync video". kind: model, workflow or inference."""
    return await answer_or_error(
        context, session_of(context).find_models(words, kind, limit)
    )


async def describe_model(context: ToolContext, model_id: ModelId) -> CallToolResult:
    """The inputs of a model as JSON Schema, its rules, outputs and price."""
    return await answer_or_error(context, session_of(context).describe_model(model_id))


async def price(
    context: ToolContext, model_id: ModelId, inputs: Inputs | None = None
) -> CallToolResult:
    """The price of a run, in US dollars. Nothing is sent."""
    return await answer_or_error(
        context, session_of(context).price(model_id, inputs or {})
    )


async def agreed(
    context: ToolContext, model_id: str, inputs: dict[str, Any], key: str
) -> Consent | Elicit[Consent]:
    """Ask the user, unless there is nothing to pay or the client cannot ask."""
    try:
        requested = await session_of(context).requested_job(model_id, inputs, key)
    except Exception:  # `run` will raise the same error, and report it
        return Consent(run=False)
    if state_of(context).yes or requested.is_paid_for:
        return Consent(run=True)
    if not _can_be_asked(context):
        return Consent(run=False)
    return Elicit(question(requested.model_id, inputs, requested.price), Consent)


async def run(
    context: ToolContext,
    model_id: ModelId,
    inputs: Inputs,
    consent: Annotated[ElicitationResult[Consent], Resolve(agreed)],
    key: Key = "",
) -> CallToolResult:
    """Run a model. COSTS MONEY; the user is asked. Returns a request_id at once."""

    error_facts: ToolAnswer = {}

    async def paid() -> ToolAnswer:
        requested = await session_of(context).requested_job(model_id, inputs, key)
        error_facts["key"] = requested.key
        if not (isinstance(consent, AcceptedElicitation) and consent.data.run):
            raise _not_agreed(context, requested)
        return await session_of(context).run(requested)

    return await answer_or_error(context, paid(), error_facts)


async def status(context: ToolContext, request_id: RequestId) -> CallToolResult:
    """Whether a job has ended, its output and cost. Does not wait."""
    return await answer_or_error(context, session_of(context).status(request_id))


async def download(
    context: ToolContext, request_id: RequestId, folder: str = ""
) -> CallToolResult:
    """Store the files of a completed job in an allowed folder; returns their paths."""
    return await answer_or_error(
        context, session_of(context).download(request_id, folder)
    )


TOOLS: dict[Callable[..., Any], bool] = {
    find_models: True,
    describe_model: True,
    price: True,
    run: False,
    status: True,
    download: False,
}
"""Tool: whether it only reads. An agent sees its docstring and parameters."""


def _not_agreed(context: ToolContext, requested: RequestedJob) -> NotAgreed:
    if _can_be_asked(context):
        text = "the user did not agree to pay; nothing was sent"
        return NotAgreed(text, model_id=requested.model_id)
    return CannotAsk(
        "this client cannot ask its user (it does not support elicitation), and the server was "
        "started without --yes; nothing was sent",
        model_id=requested.model_id,
    )


def _can_be_asked(context: ToolContext) -> bool:
    """Whether the client shows a question as a form."""
    capabilities = context.client_capabilities
    elicitation = capabilities.elicitation if capabilities else None
    if elicitation is None:
        return False
    # Before there were modes, a client declared an empty object.
    return elicitation.form is not None or elicitation.url is None
