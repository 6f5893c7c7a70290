"""The state that the tools of an MCP server share, and the form of their answers."""

import json
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any

from mcp.server.mcpserver import Context
from mcp_types import CallToolResult, TextContent

from .._runtime.errors import RunComfyError
from .._runtime.plain_messages import plain_message
from .._runtime.truncating import truncated
from .advice import error_answer
from .folders import NotAllowed
from .session import Session
from .tool_answers import Answer

MAX_MESSAGE = 1000
"""Characters of an error: the path in it may be what the agent has made up."""


@dataclass(frozen=True)
class ServerState:
    """The state that the tools of a server share."""

    session: Session
    yes: bool
    """Whether the user has agreed to all payments beforehand."""


Call = Context[ServerState, Any]


def state_of(call: Call) -> ServerState:
    """Return the state of the server that received a call."""
    state: ServerState = call.request_context.lifespan_context
    return state


def session_of(call: Call) -> Session:
    """Return the session of the agent that calls."""
    return state_of(call).session


async def answer_or_error(
    call: Call, work: Awaitable[Answer], error_facts: Answer | None = None
) -> CallToolResult:
    """Await an answer, and return it or its error, as an object and as JSON text.

    `error_facts` are added to an error; `work` may fill it.
    """
    is_error = False
    try:
        answer = await work
    except (RunComfyError, NotAllowed, OSError) as error:
        message = truncated(plain_message(str(error)), MAX_MESSAGE)
        answer = {**error_answer(error, message), **(error_facts or {})}
        is_error = True
    return tool_result(call, answer, is_error=is_error)


def tool_result(call: Call | None, answer: Answer, *, is_error: bool) -> CallToolResult:
    """Return an answer as an object and as JSON text, both without the token."""
    text = json.dumps(answer, ensure_ascii=False)
    if call is not None:
        text = session_of(call).redact(text)
    return CallToolResult(
        content=[TextContent(type="text", text=text)],
        structured_content=json.loads(text),
        is_error=is_error,
    )
