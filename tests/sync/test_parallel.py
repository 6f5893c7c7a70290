"""Many calls at once, in bounded number, and an end that waits for none of them."""

from __future__ import annotations

import threading

import pytest

from runcomfy_codegen.sync.parallel import for_all


def test_results_come_in_order_and_no_more_run_at_once_than_asked() -> None:
    running, most, lock = 0, 0, threading.Lock()

    def do(number: int) -> int:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        threading.Event().wait(0.001)
        with lock:
            running -= 1
        return number * 2

    assert for_all(range(50), do, 4, "numbers") == [number * 2 for number in range(50)]
    assert 1 <= most <= 4


def test_whoever_interrupts_waits_for_no_call_that_hangs() -> None:
    begun, released = threading.Event(), threading.Event()

    def do(number: int) -> None:
        if number == 0:
            begun.set()
            released.wait(60)
        elif number == 1:
            begun.wait(60)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        for_all(range(9), do, 2, "numbers")
    assert not released.is_set()
    released.set()
