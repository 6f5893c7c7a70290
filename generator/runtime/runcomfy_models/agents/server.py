"""An MCP server over stdio: its tools, and answers to invalid calls."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from anyio import CancelScope
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError, UnexpectedToolError
from mcp.shared.exceptions import MCPError
from mcp_types import CallToolResult, InputRequiredResult, ToolAnnotations
from pydantic import ValidationError

from .. import __version__
from .._runtime.truncating import truncated
from .mended_input import mended_standard_input
from .server_state import ServerState, ToolContext, tool_result
from .session import Session
from .tools import TOOLS
from .wrong_calls import (
    unknown_arguments,
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


class _Server(MCPServer[ServerState]):
    """A server whose answers to wrong calls look like those of its tools."""

    async def run_stdio_async(self) -> None:
        """Serve over standard input and output; every call there gets an answer."""
        with mended_standard_input():
            await super().run_stdio_async()

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: ToolContext | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Call a tool; an invalid call gets an answer like any other error."""
        schemas = {tool.name: tool.input_schema for tool in await self.list_tools()}
        if name not in schemas:
            return tool_result(
                context, unknown_tool(truncated(name), schemas), is_error=True
            )
        arguments = without_nulls(arguments, schemas[name])
        problems = unknown_arguments(arguments, schemas[name])
        if not problems:
            try:
                return await super().call_tool(name, arguments, context)
            except UnexpectedToolError:
                raise
            except (ToolError, MCPError) as error:
                if not isinstance(error.__cause__, ValidationError):
                    return tool_result(context, unusable_consent(error), is_error=True)
                problems = wrong_values(error.__cause__)
        return tool_result(context, wrong_arguments(name, problems), is_error=True)


def mcp_server(session: Session, yes: bool) -> MCPServer[ServerState]:
    """Return the server of a session; with `yes`, jobs are paid for without asking."""

    @asynccontextmanager
    async def open_state(_: object) -> AsyncGenerator[ServerState]:
        try:
            yield ServerState(session, yes)
        finally:
            with CancelScope(shield=True):  # the server may be cancelled already
                await session.aclose()

    server = _Server(
        "runcomfy-models",
        version=__version__,
        instructions=INSTRUCTIONS,
        lifespan=open_state,
        log_level="WARNING",
    )
    for tool, reads_only in TOOLS.items():
        hints = ToolAnnotations(read_only_hint=True) if reads_only else None
        server.add_tool(tool, annotations=hints)
    return server
