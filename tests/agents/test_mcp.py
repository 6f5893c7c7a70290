"""The MCP server: six tools, the user is asked, in both revisions of the protocol."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable
from decimal import Decimal
from math import ceil
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, MCPError, StdioServerParameters
from mcp_types import CallToolResult, ElicitResult

from runcomfy_models import _catalog, _models
from runcomfy_models._runtime.whole_characters import with_whole_characters
from runcomfy_models.agents.server import mcp_server
from runcomfy_models.journal import Journal
from runcomfy_models.testing import Simulator, faults
from tests.agents.conftest import ALEPH, INPUTS, NewSession

TOOLS = ["find_models", "describe_model", "price", "run", "status", "download"]

BOTH = pytest.mark.parametrize("mode", ["auto", "legacy"])
"""2026-07-28, where a call returns what is to be asked; 2025-11-25, where the server asks."""

ME = {"name": "a test", "version": "1"}

Conversation = Callable[[Client], Awaitable[Any]]


class User:
    """The user of a client, who gives each question the same answer."""

    def __init__(self, action: Any = "accept", content: Any = None) -> None:
        self.answer = ElicitResult(action=action, content={} if content is None else content)
        self.questions: list[str] = []

    async def __call__(self, _: Any, params: Any) -> ElicitResult:
        self.questions.append(params.message)
        return self.answer


def converse(server: Any, mode: Any, conversation: Conversation, user: User | None = None) -> Any:
    """Return the result of `conversation`; without a `user`, the client cannot ask."""

    async def run_conversation() -> Any:
        options: Any = {} if user is None else {"elicitation_callback": user}
        async with Client(server, mode=mode, **options) as client:
            return await conversation(client)

    return asyncio.run(run_conversation())


async def run(client: Client, **changes: Any) -> CallToolResult:
    arguments = {"model_id": ALEPH, "inputs": INPUTS, **changes}
    result = await client.call_tool("run", arguments)
    assert isinstance(result, CallToolResult)
    return result


def structured(result: CallToolResult) -> dict[str, Any]:
    """Return the structured answer, which the text repeats."""
    [content] = result.content
    assert json.loads(content.text) == result.structured_content  # type: ignore[union-attr]
    assert result.structured_content is not None
    return result.structured_content


def tokens(text: str) -> int:
    """Count the tokens of a text, on the high side: four letters each, and each sign."""
    pieces = re.findall(r"\w+|[^\w\s]", text)
    return sum(ceil(len(piece) / 4) for piece in pieces)


@BOTH
def test_the_list_of_tools_is_short_however_many_models_there_are(
    mode: str, session: NewSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def tool_list(client: Client) -> str:
        tools = (await client.list_tools()).tools
        assert [tool.name for tool in tools] == TOOLS
        return json.dumps([tool.model_dump(by_alias=True, exclude_none=True) for tool in tools])

    server = mcp_server(session(), yes=False)
    text = converse(server, mode, tool_list)
    assert tokens(text) <= 2000
    names = [f"vendor/model-{number}" for number in range(400)]
    monkeypatch.setattr(_models, "MODELS", dict.fromkeys(names, "runcomfy_models.none"))
    monkeypatch.setattr(_catalog, "INFOS", {name: {"description": "x" * 99} for name in names})
    assert converse(server, mode, tool_list) == text

    async def find_models(client: Client) -> dict[str, Any]:
        return structured(await client.call_tool("find_models", {}))  # type: ignore[arg-type]

    answer = converse(server, mode, find_models)
    assert (len(answer["models"]), answer["found"]) == (10, 400)


@BOTH
@pytest.mark.usefixtures("priced")
def test_the_user_is_asked_before_a_job_is_paid_for(
    mode: str, session: NewSession, simulator: Simulator
) -> None:
    user, before = User(), len(simulator.ledger.submissions)

    async def twice(client: Client) -> list[dict[str, Any]]:
        return [structured(await run(client, key=mode)) for _ in range(2)]

    first, second = converse(mcp_server(session(), yes=False), mode, twice, user)
    assert first["request_id"] == second["request_id"]
    assert user.questions == [
        f"Run {ALEPH}? It costs $0.35 ($0.35 for each output).\n  prompt: x\n"
        "  video_url: https://example.com/v.mp4\n  ratio: 1280:720"
    ]
    assert len(simulator.ledger.submissions) == before + 1


@BOTH
@pytest.mark.parametrize(
    "user",
    [User("decline"), User("cancel"), User(content={"run": False})],
    ids=["decline", "cancel", "no"],
)
def test_without_a_yes_nothing_is_sent(
    user: User, mode: str, session: NewSession, simulator: Simulator
) -> None:
    before = len(simulator.ledger.submissions)
    result = converse(mcp_server(session(), yes=False), mode, run, user)
    assert result.is_error
    assert structured(result)["error"]["type"] == "NotAgreed"
    assert len(simulator.ledger.submissions) == before


@BOTH
def test_a_client_that_cannot_ask_needs_the_option_yes(
    mode: str, session: NewSession, simulator: Simulator
) -> None:
    before = len(simulator.ledger.submissions)
    refused = converse(mcp_server(session(), yes=False), mode, run)
    assert "cannot ask its user" in structured(refused)["error"]["message"]
    assert "--yes" in structured(refused)["next"]
    assert len(simulator.ledger.submissions) == before
    assert structured(converse(mcp_server(session(), yes=True), mode, run))["request_id"]


@BOTH
@pytest.mark.usefixtures("priced")
def test_the_user_is_not_asked_about_a_call_that_will_not_be_sent(
    mode: str, session: NewSession
) -> None:
    user = User()
    wrong_calls = [
        {"inputs": {**INPUTS, "ratio": "1:1"}},
        {"inputs": {**INPUTS, "video_url": "secret.mp4"}},
        {"model_id": "acme/none"},
        {},
    ]

    async def call_all(client: Client) -> list[dict[str, Any]]:
        return [structured(await run(client, **changes)) for changes in wrong_calls]

    limited = session(budget=Decimal("0.10"))
    answers = converse(mcp_server(limited, yes=False), mode, call_all, user)
    kinds = [answer["error"]["type"] for answer in answers]
    assert kinds == ["InvalidInputError", "InvalidInputError", "NotFoundError", "OverBudget"]
    assert answers[0]["problems"][0]["input"] == "ratio"
    assert all(answer["next"] for answer in answers)
    assert user.questions == []


WRONG_CALLS: list[tuple[str, dict[str, Any], str, str]] = [
    ("run", {"model_id": ALEPH}, "inputs", "Field required"),
    ("run", {"model_id": ALEPH, "inputs": [1]}, "inputs", "Input should be an object"),
    ("run", {"model_id": ALEPH, "inputs": INPUTS, "key": 5}, "key", "Input should be a valid str"),
    ("run", {"model_id": ALEPH, "inputs": INPUTS, "kye": "a"}, "kye", "Unknown argument"),
    ("find_models", {"limit": 999}, "limit", "Input should be less than or equal to 50"),
    ("status", {"request_id": None}, "request_id", "Input should be a valid string"),
]


@BOTH
def test_wrong_arguments_are_reported_as_any_other_error(
    mode: str, session: NewSession, simulator: Simulator
) -> None:
    before = len(simulator.ledger.submissions)

    async def call_all(client: Client) -> list[Any]:
        results = [await client.call_tool(name, arguments) for name, arguments, *_ in WRONG_CALLS]
        assert all(result.is_error for result in results)
        return [structured(result) for result in results]  # type: ignore[arg-type]

    answers = converse(mcp_server(session(), yes=True), mode, call_all)
    for answer, (_, _, argument, message) in zip(answers, WRONG_CALLS, strict=True):
        [problem] = answer["problems"]
        assert problem["argument"] == argument
        assert problem["message"].startswith(message)
        assert answer["error"]["type"] == "WrongArguments"
        assert "pydantic" not in json.dumps(answer)
    assert len(simulator.ledger.submissions) == before


def test_an_unknown_tool_and_null_arguments_get_an_answer(session: NewSession) -> None:
    async def call_both(client: Client) -> list[Any]:
        nulls = {"words": None, "kind": None, "limit": None}
        return [await client.call_tool("runn", {}), await client.call_tool("find_models", nulls)]

    unknown, listed = converse(mcp_server(session(), yes=True), "auto", call_both)
    assert structured(unknown)["next"] == f"The tools are {', '.join(TOOLS)}."
    assert structured(listed)["found"] == 2


@BOTH
@pytest.mark.parametrize("content", [{"run": "banana"}, {"run": None}])
def test_an_invalid_answer_of_the_user_pays_for_nothing(
    mode: str, session: NewSession, simulator: Simulator, content: Any
) -> None:
    before = len(simulator.ledger.submissions)
    result = converse(mcp_server(session(), yes=False), mode, run, User(content=content))
    assert structured(result)["error"]["type"] == "NotAgreed"
    assert "nothing was sent" in structured(result)["error"]["message"]
    assert len(simulator.ledger.submissions) == before


@BOTH
def test_a_client_that_gives_up_and_repeats_its_call_without_a_key_pays_once(
    mode: str, session: NewSession, simulator: Simulator
) -> None:
    simulator.faults.submit(faults.delay(0.7))
    before = len(simulator.ledger.submissions)

    async def impatient(client: Client) -> list[dict[str, Any]]:
        arguments = {"model_id": ALEPH, "inputs": INPUTS}
        with pytest.raises(MCPError, match="imed out"):
            await client.call_tool("run", arguments, read_timeout_seconds=0.3)
        return [structured(await run(client)) for _ in range(2)]

    repeated, another = converse(mcp_server(session(), yes=True), mode, impatient)
    assert len(simulator.ledger.submissions) == before + 2
    # The repeated call got the job of the call that was given up.
    assert repeated["request_id"] != another["request_id"]


@BOTH
def test_a_client_that_gives_up_does_not_break_off_the_paid_call(
    mode: str, session: NewSession, simulator: Simulator, journal: Journal
) -> None:
    simulator.faults.submit(faults.delay(0.7))
    before = len(simulator.ledger.submissions)

    async def impatient(client: Client) -> dict[str, Any]:
        arguments = {"model_id": ALEPH, "inputs": INPUTS, "key": f"slow {mode}"}
        with pytest.raises(MCPError, match="imed out"):
            await client.call_tool("run", arguments, read_timeout_seconds=0.3)
        return structured(await run(client, key=f"slow {mode}"))

    answer = converse(mcp_server(session(), yes=True), mode, impatient)
    entry = journal.get(f"slow {mode}")
    assert entry is not None
    assert entry.request_id == answer["request_id"]
    assert len(simulator.ledger.submissions) == before + 1


def test_a_busy_service_is_reported_at_once(session: NewSession, simulator: Simulator) -> None:
    simulator.faults.submit(faults.too_many_requests(retry_after=90))
    answer = structured(converse(mcp_server(session(), yes=True), "auto", run))
    assert answer["error"]["type"] == "RateLimitError"
    assert answer["wait_seconds"] == 90


def test_an_unknown_job_is_never_to_be_run_again(session: NewSession, simulator: Simulator) -> None:
    simulator.faults.submit(faults.lost_answer())
    answer = structured(converse(mcp_server(session(), yes=True), "auto", run))
    assert answer["error"]["type"] == "SubmissionUnknown"
    assert answer["next"].startswith("NEVER run it again")
    assert answer["key"].startswith("call-")  # what the user has to settle


def test_an_unknown_job_is_not_run_again_by_the_same_call(
    session: NewSession, simulator: Simulator
) -> None:
    simulator.faults.submit(faults.lost_answer())
    before = len(simulator.ledger.submissions)

    async def repeated(client: Client) -> list[dict[str, Any]]:
        return [
            structured(await run(client, **changes)) for changes in ({}, {}, {"key": "another"})
        ]

    first, again, another = converse(mcp_server(session(), yes=True), "auto", repeated)
    assert first["error"]["type"] == again["error"]["type"] == "SubmissionUnknown"
    assert first["key"] == again["key"]
    assert another["request_id"]
    assert len(simulator.ledger.submissions) == before + 2


@BOTH
def test_a_client_in_another_process(mode: str, simulator: Simulator, tmp_path: Path) -> None:
    """Everything over standard input and output; the token is in none of it."""
    (tmp_path / "files").mkdir()
    arguments = ["-m", "runcomfy_models.cli", "mcp", "--journal", str(tmp_path / "journal.db")]
    limits = ["--files", str(tmp_path / "files"), "--max-cost", "1", "--max-cost-unknown", "allow"]
    process = StdioServerParameters(
        command=sys.executable,
        args=[*arguments, *limits, "--budget", "1.50"],
        env={**os.environ, **simulator.environment, "HOME": str(tmp_path)},
    )
    user, answers = User(), list[str]()

    async def everything(client: Client) -> None:
        async def call(name: str, **arguments: Any) -> dict[str, Any]:
            answer = structured(await client.call_tool(name, arguments))  # type: ignore[arg-type]
            answers.append(json.dumps(answer))
            return answer

        assert [tool.name for tool in (await client.list_tools()).tools] == TOOLS
        [model] = (await call("find_models", words="aleph"))["models"]
        assert (await call("describe_model", model_id=model["model_id"]))["inputs"]
        assert (await call("price", model_id=ALEPH, inputs=INPUTS))["price"] == "unknown"
        started = await call("run", model_id=ALEPH, inputs=INPUTS, key="a")
        assert started["budget_left"] == "$0.50"
        again = await call("run", model_id=ALEPH, inputs=INPUTS, key="a")
        assert again["request_id"] == started["request_id"]
        answer = {"state": ""}
        while answer["state"] != "completed":
            answer = await call("status", request_id=started["request_id"])
        assert (answer["cost"], answer["budget_left"]) == ("$0.35", "$1.15")
        paths = (await call("download", request_id=started["request_id"]))["paths"]
        assert all(Path(path).is_file() for path in paths)
        token = json.dumps(simulator.token)
        wrong = await call("run", model_id=ALEPH, inputs={**INPUTS, token: simulator.token})
        assert "[token]" in json.dumps(wrong)

    converse(process, mode, everything, user)
    assert len(user.questions) == 1
    assert simulator.token not in "".join([*answers, *user.questions])


@pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")
def test_ctrl_c_ends_the_server_although_its_client_is_silent(tmp_path: Path) -> None:
    arguments = ["-m", "runcomfy_models.cli", "mcp", "--journal", str(tmp_path / "journal.db")]
    pipes: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, *arguments], **pipes) as server:
        hello = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": ME}
        call = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello}
        server.stdin.write(json.dumps(call).encode() + b"\n")
        server.stdin.flush()
        assert b"runcomfy-models" in server.stdout.readline()  # it has begun
        server.send_signal(signal.SIGINT)
        assert server.wait(20) == -signal.SIGINT


def test_a_text_that_was_cut_inside_an_emoji_gets_an_answer(tmp_path: Path) -> None:
    arguments = ["-m", "runcomfy_models.cli", "mcp", "--journal", str(tmp_path / "journal.db")]
    hello = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": ME}
    describe = {"name": "describe_model", "arguments": {"model_id": "\ud83d"}}
    calls = [("initialize", hello), ("tools/call", describe)]
    lines = [
        json.dumps({"jsonrpc": "2.0", "id": n, "method": method, "params": params})
        for n, (method, params) in enumerate(calls)
    ]
    pipes: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, *arguments], **pipes) as server:
        watchdog = threading.Timer(20, server.kill)
        watchdog.start()
        for line in lines:
            server.stdin.write(line.encode() + b"\n")
            server.stdin.flush()
            answer = json.loads(server.stdout.readline())
        server.stdin.close()
        assert server.wait(20) == 0
        watchdog.cancel()
    assert "no model '\ufffd'" in str(answer)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\ud83d\ude00 \uD83D\uDE00", r"\ud83d\ude00 \uD83D\uDE00"),
        (r"\ud83d \ude00", r"\ufffd \ufffd"),
        (r"\ud83d\ud83d\ude00", r"\ufffd\ud83d\ude00"),
        (r"\\ud83d \\\ud83d", r"\\ud83d \\\ufffd"),
        (r"\n\u00e9", r"\n\u00e9"),
    ],
)
def test_half_of_a_surrogate_pair_is_replaced(text: str, expected: str) -> None:
    assert with_whole_characters(text.encode()) == expected.encode()


def test_a_library_that_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from runcomfy_models.cli.group import run as run_command

    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    monkeypatch.delitem(sys.modules, "runcomfy_models.agents.server")
    assert run_command(["mcp", "--journal", str(tmp_path / "j.db")]) == 1
    assert 'pip install "runcomfy-models[mcp]"' in capsys.readouterr().err


LONG = "x" * 100_000

LONG_CALLS: dict[str, tuple[str, dict[str, Any]]] = {
    "tool": (LONG, {}),
    "argument": ("price", {"model_id": ALEPH, LONG: 1}),
    "model_id": ("describe_model", {"model_id": LONG}),
    "model_id of a run": ("run", {"model_id": LONG, "inputs": {}}),
    "input": ("run", {"model_id": ALEPH, "inputs": {**INPUTS, LONG: 1}}),
    "value": ("run", {"model_id": ALEPH, "inputs": {**INPUTS, "ratio": LONG}}),
    "medium": ("run", {"model_id": ALEPH, "inputs": {**INPUTS, "video_url": f"/{LONG}.mp4"}}),
    "request_id": ("status", {"request_id": LONG}),
    "folder": ("download", {"request_id": "r", "folder": LONG}),
    "price of an input": ("price", {"model_id": ALEPH, "inputs": {LONG: LONG}}),
    "words": ("find_models", {"words": LONG}),
}


@pytest.mark.parametrize("call", LONG_CALLS.values(), ids=LONG_CALLS.keys())
def test_no_answer_repeats_a_long_text(
    call: tuple[str, dict[str, Any]], session: NewSession
) -> None:
    async def answered(client: Client) -> dict[str, Any]:
        return structured(await client.call_tool(*call))  # type: ignore[arg-type]

    answer = converse(mcp_server(session(), yes=True), "auto", answered)
    assert len(json.dumps(answer)) < 2000
