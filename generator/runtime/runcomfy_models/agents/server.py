"""The six tools of an MCP server over stdio, and its question before a job is paid for."""

import json
from collections.abc import AsyncGenerator, Awaitable
from contextlib import asynccontextmanager
from typing import Annotated, Any

from mcp.server.mcpserver import (
    AcceptedElicitation,
    Context,
    Elicit,
    ElicitationResult,
    MCPServer,
    Resolve,
)
from mcp_types import CallToolResult, TextContent, ToolAnnotations
from pydantic import Field

from .. import __version__
from .._runtime.errors import RunComfyError
from ..cli.wording import for_the_shell
from .advice import error_answer
from .answers import Answer
from .consent import Consent, NobodyToAsk, NotAgreed, question
from .folders import NotAllowed
from .session import Session

INSTRUCTIONS = (
    "Run image, video and audio models of RunComfy. find_models, describe_model, price, run, then "
    "status until it has ended, then download. run costs money. Each answer says in `next` what "
    "to do."
)

READS = ToolAnnotations(read_only_hint=True)

Limit = Annotated[int, Field(ge=1, le=50)]
ModelId = Annotated[str, Field(description="As find_models gives it.")]
Inputs = Annotated[
    dict[str, Any], Field(description="By the names that describe_model gives.")
]
RequestId = Annotated[str, Field(description="As run gives it.")]


def mcp_server(session: Session, yes: bool) -> MCPServer:
    """Return the server of a session; with `yes`, nobody is asked before a job is paid for."""

    @asynccontextmanager
    async def lifespan(_: object) -> AsyncGenerator[None]:
        try:
            yield
        finally:
            await session.aclose()

    server = MCPServer(
        "runcomfy-models",
        lifespan=lifespan,
        instructions=INSTRUCTIONS,
        version=__version__,
        log_level="WARNING",
    )

    @server.tool(annotations=READS)
    async def find_models(
        words: str = "", kind: str = "", limit: Limit = 10
    ) -> CallToolResult:
        """Find models by words such as "lip sync video". kind: model, workflow or inference."""
        return await _told(session, session.find_models(words, kind, limit))

    @server.tool(annotations=READS)
    async def describe_model(model_id: ModelId) -> CallToolResult:
        """The inputs of a model as JSON Schema, its rules, outputs and price."""
        return await _told(session, session.describe_model(model_id))

    @server.tool(annotations=READS)
    async def price(model_id: ModelId, inputs: Inputs = {}) -> CallToolResult:  # noqa: B006
        """What a run would cost, in US dollars. Nothing is sent."""
        return await _told(session, session.price(model_id, inputs))

    async def agreed(
        model_id: str, inputs: dict[str, Any], key: str, context: Context
    ) -> Consent | Elicit[Consent]:
        """Ask the user, unless there is nothing to pay or nobody to ask."""
        try:
            wish = await session.wish(model_id, inputs, key)
        except Exception:  # `run` makes the same error, and tells it
            return Consent(run=False)
        if yes or wish.is_paid_for or not _can_be_asked(context):
            return Consent(run=yes or wish.is_paid_for)
        return Elicit(question(wish.model_id, inputs, wish.price), Consent)

    @server.tool()
    async def run(
        model_id: ModelId,
        inputs: Inputs,
        consent: Annotated[ElicitationResult[Consent], Resolve(agreed)],
        context: Context,
        key: Annotated[
            str, Field(description="Your name for this job: the same key pays once.")
        ] = "",
    ) -> CallToolResult:
        """Run a model. COSTS MONEY; the user is asked. Returns a request_id at once."""

        async def paid() -> Answer:
            wish = await session.wish(model_id, inputs, key)
            is_accepted = isinstance(consent, AcceptedElicitation) and consent.data.run
            if not (is_accepted or wish.is_paid_for):
                raise _not_agreed(context, wish.model_id)
            return await session.run(wish)

        return await _told(session, paid())

    @server.tool(annotations=READS)
    async def status(request_id: RequestId) -> CallToolResult:
        """Whether a job has ended, its output and cost. Does not wait."""
        return await _told(session, session.status(request_id))

    @server.tool()
    async def download(request_id: RequestId, folder: str = "") -> CallToolResult:
        """Store the files of a completed job in an allowed folder; returns their paths."""
        return await _told(session, session.download(request_id, folder))

    return server


def _not_agreed(context: Context, model_id: str) -> NotAgreed:
    if _can_be_asked(context):
        text = "the user did not agree to pay; nothing was sent"
        return NotAgreed(text, model_id=model_id)
    return NobodyToAsk(
        "nobody can be asked: this client does not show questions (elicitation), and the server "
        "was started without --yes; nothing was sent",
        model_id=model_id,
    )


def _can_be_asked(context: Context) -> bool:
    """Whether the client shows a question as a form."""
    capabilities = context.client_capabilities
    elicitation = capabilities.elicitation if capabilities else None
    if elicitation is None:
        return False
    # Before there were modes, a client declared an empty object.
    return elicitation.form is not None or elicitation.url is None


async def _told(session: Session, work: Awaitable[Answer]) -> CallToolResult:
    """Return an answer, or the error in its place: as an object, and as the text of it."""
    is_error = False
    try:
        answer = await work
    except (RunComfyError, NotAllowed, LookupError, OSError) as error:
        answer, is_error = error_answer(error, for_the_shell(_message(error))), True
    text = session.redact(json.dumps(answer, ensure_ascii=False))
    return CallToolResult(
        content=[TextContent(type="text", text=text)],
        structured_content=json.loads(text),
        is_error=is_error,
    )


def _message(error: Exception) -> str:
    """Return the text of an error; that of a `KeyError` would be in quotes."""
    return str(
        error.args[0] if isinstance(error, LookupError) and error.args else error
    )
