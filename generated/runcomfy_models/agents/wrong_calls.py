# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 78f3fbf7584c8a463471d6815738533e
"""Answers to invalid calls: an unknown tool, wrong arguments, an unusable answer of the user."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from .._runtime.json_path import json_path
from .._runtime.plain_messages import plain_message
from .._runtime.truncating import truncated
from .advice import error_answer
from .consent import NotAgreed
from .tool_answers import ToolAnswer

RETRY_HINT = "Correct what it names, and call again."


def without_nulls(
    arguments: Mapping[str, Any], schema: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the arguments without those that are null instead of left out."""
    required = schema.get("required", ())
    return {
        name: value
        for name, value in arguments.items()
        if value is not None or name in required
    }


def unknown_arguments(
    arguments: Iterable[str], schema: Mapping[str, Any]
) -> list[ToolAnswer]:
    """Return a problem for each argument that the tool does not have."""
    known = schema.get("properties", {})
    message = f"Unknown argument; the tool takes {', '.join(known)}"
    return [
        {"argument": truncated(name), "message": message}
        for name in arguments
        if name not in known
    ]


def wrong_values(error: ValidationError) -> list[ToolAnswer]:
    """Return a problem for each argument that is missing, or of the wrong type."""
    return [
        {"argument": json_path(detail["loc"]), "message": plain_message(detail["msg"])}
        for detail in error.errors(include_url=False, include_input=False)
    ]


def wrong_arguments(tool: str, problems: list[ToolAnswer]) -> ToolAnswer:
    """Return the answer to a call whose arguments have `problems`."""
    message = f"the arguments do not fit the tool {tool}; nothing was done"
    error = {"type": "WrongArguments", "message": message}
    return {"error": error, "next": RETRY_HINT, "problems": problems}


def unknown_tool(tool: str, tools: Iterable[str]) -> ToolAnswer:
    """Return the answer to a call of an unknown tool."""
    error = {"type": "UnknownTool", "message": f"unknown tool {tool!r}"}
    return {"error": error, "next": f"The tools are {', '.join(tools)}."}


def unusable_consent(error: Exception) -> ToolAnswer:
    """Return the answer to a call if the client answered the question about it wrongly."""
    why = truncated(str(error).rpartition(": ")[2])
    text = f"the client's answer to the question is unusable ({why}); nothing was sent"
    return error_answer(NotAgreed(text), text)
