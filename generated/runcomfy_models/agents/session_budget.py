# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 18a1c192c518a09cc9cf492a7824e367
"""The budget of an agent's session."""

from dataclasses import dataclass, field
from decimal import Decimal

from .._runtime.errors import OverBudget
from .._runtime.pricing import dollars


@dataclass
class SessionBudget:
    """The budget of one session.

    What a job may cost is set aside before its paid call, and replaced by what it has cost. A job
    whose outcome is unknown keeps what was set aside for it.
    """

    budget: Decimal | None
    """US dollars; None for no limit."""
    _taken: dict[str, Decimal] = field(default_factory=dict[str, Decimal])
    """Key of a job: US dollars that it has cost, or may cost."""

    @property
    def left(self) -> Decimal | None:
        """US dollars that may still be spent; None for no limit."""
        if self.budget is None:
            return None
        return self.budget - sum(self._taken.values(), Decimal(0))

    def check(self, key: str, most: Decimal | None, model_id: str) -> None:
        """Raise `OverBudget` if the job `key` may cost more than is left, or an unknown amount.

        `most` is what it may cost; None if that is not known.
        """
        left = self.left
        if left is None or key in self._taken:
            return
        if most is None:
            raise OverBudget(
                f"the price of {model_id} is not known, and there is a budget; nothing was "
                "sent (--max-cost 0.50 --max-cost-unknown allow sets aside 0.50 for it)",
                model_id=model_id,
            )
        if most > left:
            raise OverBudget(
                f"{model_id} may cost {dollars(most)}, and {dollars(left)} of the budget "
                f"of {dollars(self.budget or Decimal(0))} is left; nothing was sent",
                model_id=model_id,
            )

    def set_aside(self, key: str, most: Decimal | None, model_id: str) -> None:
        """Set aside what the job `key` may cost, once for each key. Raises as `check` does."""
        self.check(key, most, model_id)
        if most is not None:
            self._taken.setdefault(key, most)

    def charge(self, key: str, cost: Decimal) -> None:
        """Replace what is set aside for a job of this session by what it has cost."""
        if key in self._taken:
            self._taken[key] = cost

    def give_back(self, key: str) -> None:
        """Forget a job that was not queued, or is not charged."""
        self._taken.pop(key, None)
