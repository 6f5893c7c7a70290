"""Calls run in a bounded number of threads, and an interruption waits for none of them."""

from __future__ import annotations

import threading

import pytest

from runcomfy_codegen.sync.parallel import map_parallel


def test_results_keep_the_order_and_the_number_of_threads_is_bounded() -> None:
    running, peak, lock = 0, 0, threading.Lock()

    def double(number: int) -> int:
        nonlocal running, peak
        with lock:
            running += 1
            peak = max(peak, running)
        threading.Event().wait(0.001)
        with lock:
            running -= 1
        return number * 2

    assert map_parallel(double, range(50), 4, "numbers") == [number * 2 for number in range(50)]
    assert 1 <= peak <= 4


def test_an_interruption_does_not_wait_for_a_call_that_hangs() -> None:
    started, released = threading.Event(), threading.Event()

    def hang_or_interrupt(number: int) -> None:
        if number == 0:
            started.set()
            released.wait(60)
        elif number == 1:
            started.wait(60)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        map_parallel(hang_or_interrupt, range(9), 2, "numbers")
    assert not released.is_set()
    released.set()
