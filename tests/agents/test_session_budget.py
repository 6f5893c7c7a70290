"""The budget of a session: reserved before a job, replaced by its cost, never exceeded."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcomfy_models import OverBudget
from runcomfy_models.agents.session_budget import SessionBudget

CENTS = st.integers(0, 200).map(lambda cents: Decimal(cents) / 100)


@given(
    budget=CENTS,
    jobs=st.lists(
        st.tuples(CENTS, st.sampled_from(["charge", "give back", "nothing"])), max_size=9
    ),
)
def test_reserved_and_spent_amounts_never_exceed_the_budget(
    budget: Decimal, jobs: list[tuple[Decimal, str]]
) -> None:
    session_budget, spent = SessionBudget(budget), Decimal(0)
    for number, (max_cost, end) in enumerate(jobs):
        key = str(number)
        try:
            session_budget.reserve(key, max_cost, "some/model")
        except OverBudget:
            assert spent + max_cost > budget
            continue
        if end == "charge":
            session_budget.charge(key, max_cost / 2)
        elif end == "give back":
            session_budget.give_back(key)
        spent += {"charge": max_cost / 2, "give back": Decimal(0)}.get(end, max_cost)
        assert session_budget.left == budget - spent >= 0


def test_a_key_is_reserved_once() -> None:
    session_budget = SessionBudget(Decimal("0.50"))
    for _ in range(3):
        session_budget.reserve("a", Decimal("0.40"), "some/model")
    assert session_budget.left == Decimal("0.10")


def test_a_budget_needs_a_price() -> None:
    with pytest.raises(OverBudget, match="not known, and there is a budget"):
        SessionBudget(Decimal(1)).reserve("a", None, "some/model")
    SessionBudget(None).reserve("a", None, "some/model")


def test_the_message_says_how_much_of_the_budget_is_left() -> None:
    session_budget = SessionBudget(Decimal("0.50"))
    session_budget.reserve("a", Decimal("0.35"), "some/model")
    with pytest.raises(OverBudget) as caught:
        session_budget.reserve("b", Decimal("0.35"), "some/model")
    assert str(caught.value) == (
        "some/model may cost $0.35, and $0.15 of the budget of $0.50 is left; nothing was sent"
    )


def test_a_job_of_another_session_is_not_charged() -> None:
    session_budget = SessionBudget(Decimal(1))
    session_budget.charge("of another day", Decimal("0.35"))
    assert session_budget.left == 1
