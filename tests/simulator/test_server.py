"""The server: quick, quiet, and without remains when it is stopped."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time

import httpx
import pytest

from runcomfy_models.testing import HttpCall, Simulator, faults
from tests.simulator.real_models import INPUTS, KLING, SUBMIT


def test_the_server_starts_and_stops_quickly() -> None:
    with Simulator():
        pass  # the first one imports
    begin = time.perf_counter()
    for _ in range(10):
        with Simulator() as simulator:
            httpx.get(simulator.base_url)
    assert time.perf_counter() - begin < 2


def test_a_stopped_server_leaves_no_thread_and_no_port() -> None:
    """In a process of its own, since other tests may leave threads that come and go."""
    program = (
        "import threading, httpx\n"
        "from runcomfy_models.testing import Simulator\n"
        "with Simulator() as simulator:\n"
        "    httpx.get(simulator.files.put('a', b'a'))\n"
        "print(threading.active_count(), simulator.base_url)"
    )
    completed = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    threads, url = completed.stdout.split()
    assert threads == "1"
    with pytest.raises(httpx.ConnectError):
        httpx.get(url)


def test_an_open_call_does_not_delay_the_stop() -> None:
    errors: list[Exception] = []

    def wait(simulator: Simulator) -> None:
        try:
            httpx.get(f"{simulator.base_url}/v1/models", timeout=60)
        except httpx.HTTPError as error:
            errors.append(error)

    with Simulator() as simulator:
        simulator.faults.models(faults.delay(60))
        thread = threading.Thread(target=wait, args=(simulator,))
        thread.start()
        while not simulator.ledger.calls:
            time.sleep(0.001)
        begin = time.perf_counter()
    thread.join()
    assert time.perf_counter() - begin < 2
    assert len(errors) == 1


def test_two_simulators_are_independent() -> None:
    with Simulator(token="one") as first, Simulator(token="two") as second:  # noqa: S106
        headers = {"Authorization": "Bearer one"}
        url = first.base_url + SUBMIT
        assert httpx.post(url, json=INPUTS[KLING], headers=headers).status_code == 200
        url = second.base_url + SUBMIT
        assert httpx.post(url, json=INPUTS[KLING], headers=headers).status_code == 401
    assert (len(first.ledger.jobs), len(second.ledger.jobs)) == (1, 0)


def test_a_port_can_be_chosen_and_a_used_one_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            Simulator(port=port).start()
    with Simulator(port=port) as simulator:
        assert simulator.base_url == f"http://127.0.0.1:{port}"


def test_each_call_is_logged_when_it_is_over() -> None:
    logged: list[HttpCall] = []
    with Simulator(log=logged.append) as simulator, httpx.Client() as http:
        http.get(f"{simulator.base_url}/a")
        http.get(f"{simulator.base_url}/b")
    assert [str(call) for call in logged] == ["GET /a 404", "GET /b 404"]


def test_the_server_listens_on_loopback_only() -> None:
    with Simulator() as simulator:
        for url in (simulator.base_url, simulator.other_url):
            assert httpx.URL(url).host == "127.0.0.1"


def test_a_client_that_leaves_in_the_middle_of_its_body_does_no_harm() -> None:
    with Simulator() as simulator:
        url = httpx.URL(simulator.base_url)
        with socket.create_connection((url.host, url.port or 80)) as connection:
            head = f"POST {SUBMIT} HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n{{"
            connection.sendall(head.encode())
        answer = httpx.get(f"{simulator.base_url}/nowhere")
        assert answer.status_code == 404
        assert simulator.ledger.submissions == []
