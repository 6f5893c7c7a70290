"""Editor support: completion and signatures by jedi, hover by pyright's language server."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jedi
import pytest

import runcomfy_models

MODULE = "from runcomfy_models.kling.kling_3_0.standard import image_to_video as m\n"
FIELDS = {"prompt=", "start_image_url=", "duration=", "multi_prompt=", "cfg_scale="}


def completions(code: str) -> set[str]:
    """Return what jedi offers at the end of `code`."""
    return {completion.name for completion in jedi.Script(code).complete()}


@pytest.mark.parametrize(
    "call", ["Input(", "Client().run(", "Client().submit(", "Client().preflight("]
)
def test_jedi_completes_the_inputs_of_every_call(call: str) -> None:
    assert completions(f"{MODULE}m.{call}") >= FIELDS


def test_jedi_completes_the_public_names() -> None:
    assert completions("from runcomfy_models import ") >= set(runcomfy_models.__all__)


class LanguageServer:
    """pyright's language server, over its protocol."""

    def __init__(self, folder: Path) -> None:
        program = Path(sys.executable).with_name("pyright-langserver")
        self._process = subprocess.Popen(
            [program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._numbers = itertools.count(1)
        self.request(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            workspaceFolders=[{"uri": folder.as_uri(), "name": "folder"}],
            capabilities={"workspace": {"configuration": True, "workspaceFolders": True}},
        )
        self.notify("initialized")

    def request(self, method: str, **params: Any) -> Any:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while (message := self._read()).get("id") != number or "method" in message:
            if message.get("method") == "workspace/configuration":
                settings = [{"pythonPath": sys.executable}] * len(message["params"]["items"])
                self._send({"id": message["id"], "result": settings})
            elif "id" in message:  # another question of the server's
                self._send({"id": message["id"], "result": None})
        return message["result"]

    def notify(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def hover(self, file: Path, code: str, word: str) -> str:
        """Return what is shown over the last `word` in `code`."""
        uri = {"uri": file.as_uri()}
        self.notify(
            "textDocument/didOpen",
            textDocument={**uri, "languageId": "python", "version": 1, "text": code},
        )
        before = code[: code.rindex(word)]
        line, column = before.count("\n"), len(before.rpartition("\n")[2])
        place = {"line": line, "character": column}
        response = self.request("textDocument/hover", textDocument=uri, position=place)
        return str(response["contents"]["value"])

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        return dict(json.loads(self._process.stdout.read(length)))


@pytest.fixture(scope="module")
def server(root: Path) -> Iterator[LanguageServer]:
    server = LanguageServer(root)
    yield server
    server.close()


@pytest.mark.parametrize("call", ["Client().run", "AsyncClient().submit", "Input"])
def test_the_hover_of_a_keyword_begins_with_its_facts_and_ends_with_a_sentence(
    server: LanguageServer, root: Path, call: str
) -> None:
    code = f'{MODULE}m.{call}(prompt="x", start_image_url="u", duration=5)\n'
    text = server.hover(root / f"tests/hovered_{call}.py", code, "duration")
    facts = text.rpartition("duration: ")[2].strip()
    assert facts.startswith("3 to 15, default 10. ")
    assert facts.endswith(".")


@pytest.mark.parametrize("call", ["Client", "AsyncClient", "Client().with_options"])
def test_the_hover_of_an_option_has_its_text(server: LanguageServer, root: Path, call: str) -> None:
    code = f"{MODULE}m.{call}(wait_timeout=5)\n"
    text = server.hover(root / f"tests/option_{call}.py", code, "wait_timeout")
    assert "Limit for one wait for a job as a whole" in text


def test_the_hover_of_an_option_that_is_read_has_its_text(
    server: LanguageServer, root: Path
) -> None:
    code = "from runcomfy_models import Options\nOptions().wait_timeout\n"
    text = server.hover(root / "tests/option.py", code, "wait_timeout")
    assert "Limit for one wait for a job as a whole" in text
