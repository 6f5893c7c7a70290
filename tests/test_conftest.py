"""The order in which tests are run."""

from __future__ import annotations

from itertools import chain

from hypothesis import example, given
from hypothesis import strategies as st

from tests.conftest import spread


@given(
    st.lists(st.lists(st.integers(), min_size=1, max_size=9), max_size=5),
    st.lists(st.integers(), max_size=20),
    st.integers(1, 6),
)
@example([[1] * 9, [2]], [3], 2)
def test_each_test_is_run_once(groups: list[list[int]], others: list[int], processes: int) -> None:
    expected = sorted(chain(*groups, others))
    assert sorted(spread(groups, others, processes)) == expected


def test_each_process_begins_with_long_tests() -> None:
    order = spread([["a", "a"], ["b"]], list("xxxxx"), 2)
    assert ["".join(order[:4]), "".join(order[4:])] == ["aaxx", "bxxx"]
