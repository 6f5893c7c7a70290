"""The log filter: no token in a log line, and nothing else changed, for any number of tokens."""

from __future__ import annotations

import gc
import logging
import sys
import threading
from typing import Any

import pytest

from runcomfy_models import RunComfy
from runcomfy_models._runtime.http.credentials import Token
from runcomfy_models._runtime.http.log_filter import LOGGERS, guard_logs
from runcomfy_models._runtime.http.token_index import TokenIndex

URL = "http://127.0.0.1:1"
LONG = "user-{}-" + "x" * 40


def filtered_record(message: object, *args: Any, logger: str = "httpx") -> logging.LogRecord:
    """Return a record that has passed the filters of `logger`."""
    record = logging.LogRecord(logger, logging.INFO, __file__, 1, message, args, None)
    assert logging.getLogger(logger).filter(record)
    return record


@pytest.mark.parametrize("logger", LOGGERS)
def test_no_logger_shows_a_token(logger: str) -> None:
    with RunComfy(token=LONG.format(0), base_url=URL):
        text = filtered_record("a %s b", LONG.format(0), logger=logger).getMessage()
    assert text == "a [token] b"


@pytest.mark.parametrize(
    "spelled",
    ["tok-/a%b", r"tok-\/a%b", r"tok-\u002fa%b", "tok-%2Fa%25b", "tok%2d%2fa%b", r"tok-\\\/a%b"],
)
def test_a_token_is_found_in_every_spelling(spelled: str) -> None:
    with RunComfy(token="tok-/a%b-0123", base_url=URL):  # noqa: S106
        assert "[token]" in filtered_record(f"header: {spelled}-0123").getMessage()


def test_a_record_without_a_token_is_not_changed() -> None:
    with RunComfy(token=LONG.format(1), base_url=URL):
        record = filtered_record("%s and %r" + "y" * 5000, "z" * 5000, {"a": 1})
    assert record.args == ("z" * 5000, {"a": 1})
    assert isinstance(record.msg, str)
    assert record.msg.startswith("%s and %r")


def test_arguments_that_do_not_fit_are_left_to_the_handler() -> None:
    class Broken:
        def __str__(self) -> str:
            raise RuntimeError

    with RunComfy(token=LONG.format(2), base_url=URL):
        for args in [("one", "too many"), (Broken(),)]:
            assert filtered_record("%s", *args).args == args


def test_a_token_is_forgotten_with_its_last_client() -> None:
    first, second = (Token(LONG.format(3), "a test") for _ in range(2))
    index = TokenIndex()
    for token in (first, second):
        index.add(token)
    del first, token
    gc.collect()
    assert list(index.occurring(LONG.format(3))) == [second]
    del second
    gc.collect()
    assert not any(index._by_length.values())
    assert not index._dead


def test_a_token_that_is_added_twice_is_forgotten_once() -> None:
    token = Token(LONG.format(4), "a test")
    index = TokenIndex()
    for _ in range(2):
        index.add(token)
    assert list(index.occurring(LONG.format(4))) == [token]
    del token
    gc.collect()
    assert not any(index._by_length.values())


def test_a_token_is_not_forgotten_with_an_earlier_one_at_the_same_address() -> None:
    index = TokenIndex()
    first = Token(LONG.format(5), "a test")
    index.add(first)
    address = id(first)
    with index._lock:  # so that the first one is removed from the index late
        del first
        others = [Token(LONG.format(5), "a test") for _ in range(100)]
    second = next((token for token in others if id(token) == address), others[0])
    index.add(second)
    assert list(index.occurring(LONG.format(5))) == [second]


def test_many_tokens_cost_no_more_than_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed: look-ups in the index."""
    counts: list[int] = []

    class Counting(dict[str, Any]):
        looked_up = 0

        def get(self, *arguments: Any) -> Any:
            type(self).looked_up += 1
            return super().get(*arguments)

    for number in (1, 2000):
        index = TokenIndex()
        tokens = [Token(f"user-{i:05}-{'x' * 40}", "a test") for i in range(number)]
        for token in tokens:
            index.add(token)
        index._by_length = {key: Counting(value) for key, value in index._by_length.items()}
        Counting.looked_up = 0
        assert not list(index.occurring("GET https://example.com/a%20b " + "y" * 200))
        counts.append(Counting.looked_up)
    assert counts[0] == counts[1]


def test_threads_may_log_while_others_make_clients() -> None:
    switch, errors = sys.getswitchinterval(), []
    stop = threading.Event()

    def make_clients() -> None:
        for number in range(300):
            guard_logs(Token(f"{LONG.format(number)}{'y' * (number % 40)}", "a test"))
        stop.set()

    def log() -> None:
        try:
            while not stop.is_set():
                filtered_record("GET https://example.com/a%%20b")
        except BaseException as error:
            errors.append(error)

    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=log) for _ in range(4)]
        threads.append(threading.Thread(target=make_clients))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(switch)
    assert errors == []


def test_a_token_may_be_collected_while_the_index_is_locked() -> None:
    """The garbage collector may run at any line."""
    index = TokenIndex()
    token = Token(LONG.format(4), "a test")
    index.add(token)
    with index._lock:
        del token
        gc.collect()
    assert list(index.occurring(LONG.format(4))) == []
    index.add(second := Token(LONG.format(5), "a test"))
    assert not index._dead
    assert list(index.occurring(LONG.format(5))) == [second]
