# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 0b8e86023506e26838eb4ace77a39a77
"""Print what `run` would send: the payload, the price, and the same call with curl."""

import json
import shlex
from typing import Any

from runcomfy_models import PriceTooHigh
from runcomfy_models._runtime.http.calls import Call
from runcomfy_models._runtime.json_value import is_array, is_object
from runcomfy_models._runtime.plain_messages import plain_message
from runcomfy_models._runtime.pricing import Price
from runcomfy_models._runtime.truncating import truncated

from ..errors.exit_codes import ExitCode
from ..output.printing import (
    json_text,
    print_json,
    print_line,
    print_to_stderr,
    printable_json,
)

_MAX_TEXT = 200
"""Characters of a text in the payload that are printed; `--json` prints all of them."""

MAX_ARGUMENT = 100_000
"""Characters of a body on the command line of curl: systems take 128 KiB."""

FILE = "payload.json"
"""The file that curl reads a larger body from: the `payload` of `--json`."""

_HEADERS = (
    "Authorization: Bearer $RUNCOMFY_API_TOKEN",
    "Content-Type: application/json",
)


def print_call(
    call: Call,
    base_url: str,
    price: Price,
    refusal: PriceTooHigh | None,
    *,
    as_json: bool,
) -> ExitCode:
    """Print a paid call that is not made, and why it would be refused; return the exit status."""
    body = (call.body or b"{}").decode()
    payload: Any = json.loads(body)
    url = base_url + call.path
    curl = _curl(url, body)
    refused = None if refusal is None else plain_message(str(refusal))
    if as_json:
        facts: dict[str, Any] = {"model_id": call.model_id, "method": call.method}
        facts |= {"url": url, "payload": payload, "price": price.to_dict()}
        print_json({**facts, "curl": curl, "refused": refused})
    else:
        print_line(json_text(_cut(payload), indent=2))
        print_line(f"price: {price} ({price.basis})")
        print_line(curl)
    if refused is None:
        return ExitCode.DONE
    print_to_stderr(f"it would be refused: {refused}")
    return ExitCode.REFUSED


def _curl(url: str, body: str) -> str:
    """Return the call for a shell. It takes the token from the environment."""
    body = printable_json(body)  # a terminal shows it as it is to be pasted
    fits = len(body) <= MAX_ARGUMENT
    data = f"--data {shlex.quote(body)}" if fits else f"--data-binary @{FILE}"
    headers = " ".join(f'-H "{header}"' for header in _HEADERS)
    return f"curl -X POST {shlex.quote(url)} {headers} {data}"


def _cut(value: Any) -> Any:
    """Return a JSON value with long texts in it cut: a file is megabytes of base64."""
    if isinstance(value, str):
        return truncated(value, _MAX_TEXT)
    if is_array(value):
        return [_cut(item) for item in value]
    if is_object(value):
        return {name: _cut(item) for name, item in value.items()}
    return value
