"""The six tools of an MCP server over stdio, and its question before a job is paid for."""

import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated, Any

from anyio import CancelScope
from mcp.server.mcpserver import (
    AcceptedElicitation,
    Context,
    Elicit,
    ElicitationResult,
    MCPServer,
    Resolve,
)
from mcp.server.mcpserver.exceptions import ToolError, UnexpectedToolError
from mcp.shared.exceptions import MCPError
from mcp_types import (
    CallToolResult,
    InputRequiredResult,
    TextContent,
    ToolAnnotations,
)
from pydantic import Field, ValidationError

from .. import __version__
from .._runtime.errors import RunComfyError
from .._runtime.truncating import truncated
from ..cli.output.wording import for_the_shell
from .advice import error_answer
from .answers import Answer
from .consent import Consent, NobodyToAsk, NotAgreed, question
from .folders import NotAllowed
from .requested_job import RequestedJob
from .session import Session
from .wrong_calls import (
    foreign_names,
    unknown_tool,
    unusable_consent,
    without_nulls,
    wrong_arguments,
    wrong_values,
)

INSTRUCTIONS = (
    "Run image, video and audio models of RunComfy. find_models, describe_model, price, run, then "
    "status until it has ended, then download. run costs money. Each answer says in `next` what "
    "to do."
)


@dataclass(frozen=True)
class Desk:
    """The state that the tools of a server work on."""

    session: Session
    yes: bool
    """Whether the user agrees to everything beforehand."""


Call = Context[Desk, Any]

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


class _Server(MCPServer[Desk]):
    """A server whose answers to wrong calls look like those of its tools."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Call | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Call a tool; what is wrong with the call itself is told as any other error."""
        schemas = {tool.name: tool.input_schema for tool in await self.list_tools()}
        if name not in schemas:
            return _answer(
                context, unknown_tool(truncated(name), schemas), is_error=True
            )
        given = without_nulls(arguments, schemas[name])
        problems = foreign_names(given, schemas[name])
        if not problems:
            try:
                return await super().call_tool(name, given, context)
            except UnexpectedToolError:
                raise
            except (ToolError, MCPError) as error:
                if not isinstance(error.__cause__, ValidationError):
                    return _answer(context, unusable_consent(error), is_error=True)
                problems = wrong_values(error.__cause__)
        return _answer(context, wrong_arguments(name, problems), is_error=True)


def mcp_server(session: Session, yes: bool) -> MCPServer[Desk]:
    """Return the server of a session; with `yes`, nobody is asked before a job is paid for."""

    @asynccontextmanager
    async def open_desk(_: object) -> AsyncGenerator[Desk]:
        try:
            yield Desk(session, yes)
        finally:
            with CancelScope(shield=True):  # the server may be on its way out
                await session.aclose()

    server = _Server(
        "runcomfy-models",
        version=__version__,
        instructions=INSTRUCTIONS,
        lifespan=open_desk,
        log_level="WARNING",
    )
    for tool, reads_only in TOOLS.items():
        hints = ToolAnnotations(read_only_hint=True) if reads_only else None
        server.add_tool(tool, annotations=hints)
    return server


async def find_models(
    call: Call, words: str = "", kind: str = "", limit: Limit = 10
) -> CallToolResult:
    """Find models by words such as "lip sync video". kind: model, workflow or inference."""
    return await _told(call, _session(call).find_models(words, kind, limit))


async def describe_model(call: Call, model_id: ModelId) -> CallToolResult:
    """The inputs of a model as JSON Schema, its rules, outputs and price."""
    return await _told(call, _session(call).describe_model(model_id))


async def price(
    call: Call, model_id: ModelId, inputs: Inputs | None = None
) -> CallToolResult:
    """What a run would cost, in US dollars. Nothing is sent."""
    return await _told(call, _session(call).price(model_id, inputs or {}))


async def agreed(
    call: Call, model_id: str, inputs: dict[str, Any], key: str
) -> Consent | Elicit[Consent]:
    """Ask the user, unless there is nothing to pay, or nobody to ask."""
    try:
        requested = await _session(call).requested_job(model_id, inputs, key)
    except Exception:  # `run` meets the same error, and tells it
        return Consent(run=False)
    if _desk(call).yes or requested.is_paid_for:
        return Consent(run=True)
    if not _can_be_asked(call):
        return Consent(run=False)
    return Elicit(question(requested.model_id, inputs, requested.price), Consent)


async def run(
    call: Call,
    model_id: ModelId,
    inputs: Inputs,
    consent: Annotated[ElicitationResult[Consent], Resolve(agreed)],
    key: Key = "",
) -> CallToolResult:
    """Run a model. COSTS MONEY; the user is asked. Returns a request_id at once."""

    known: Answer = {}

    async def paid() -> Answer:
        requested = await _session(call).requested_job(model_id, inputs, key)
        known["key"] = requested.key
        if not (isinstance(consent, AcceptedElicitation) and consent.data.run):
            raise _not_agreed(call, requested)
        return await _session(call).run(requested)

    return await _told(call, paid(), known)


async def status(call: Call, request_id: RequestId) -> CallToolResult:
    """Whether a job has ended, its output and cost. Does not wait."""
    return await _told(call, _session(call).status(request_id))


async def download(
    call: Call, request_id: RequestId, folder: str = ""
) -> CallToolResult:
    """Store the files of a completed job in an allowed folder; returns their paths."""
    return await _told(call, _session(call).download(request_id, folder))


TOOLS: dict[Callable[..., Any], bool] = {
    find_models: True,
    describe_model: True,
    price: True,
    run: False,
    status: True,
    download: False,
}
"""Tool: whether it only reads. Its docstring and parameters are what an agent is told of it."""


def _desk(call: Call) -> Desk:
    desk: Desk = call.request_context.lifespan_context
    return desk


def _session(call: Call) -> Session:
    return _desk(call).session


def _not_agreed(call: Call, requested: RequestedJob) -> NotAgreed:
    if _can_be_asked(call):
        text = "the user did not agree to pay; nothing was sent"
        return NotAgreed(text, model_id=requested.model_id)
    return NobodyToAsk(
        "nobody can be asked: this client does not show questions (elicitation), and the server "
        "was started without --yes; nothing was sent",
        model_id=requested.model_id,
    )


def _can_be_asked(call: Call) -> bool:
    """Whether the client shows a question as a form."""
    capabilities = call.client_capabilities
    elicitation = capabilities.elicitation if capabilities else None
    if elicitation is None:
        return False
    # Before there were modes, a client declared an empty object.
    return elicitation.form is not None or elicitation.url is None


async def _told(
    call: Call, work: Awaitable[Answer], known: Answer | None = None
) -> CallToolResult:
    """Return an answer, or the error in its place: as an object, and as the text of it.

    `known` is told with an error: `work` may fill it.
    """
    is_error = False
    try:
        answer = await work
    except (RunComfyError, NotAllowed, OSError) as error:
        answer = {**error_answer(error, for_the_shell(str(error))), **(known or {})}
        is_error = True
    return _answer(call, answer, is_error)


def _answer(call: Call | None, answer: Answer, is_error: bool) -> CallToolResult:
    """Return an answer as an object, and as the text of it; the token is in neither."""
    text = json.dumps(answer, ensure_ascii=False)
    if call is not None:
        text = _session(call).redact(text)
    return CallToolResult(
        content=[TextContent(type="text", text=text)],
        structured_content=json.loads(text),
        is_error=is_error,
    )
