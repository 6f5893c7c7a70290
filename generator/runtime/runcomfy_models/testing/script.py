"""Which call goes wrong, and how: by a script, or by chance."""

from collections import deque
from dataclasses import dataclass, field
from random import Random

from .faults import GOOD, USUAL, Fault, Kind


class Script:
    """The faults of the next calls of one kind."""

    def __init__(self) -> None:
        """Nothing goes wrong."""
        self._faults: deque[Fault] = deque()

    def __call__(self, *faults: Fault | None) -> None:
        """The next calls go wrong in this order; None is a call that goes well."""
        self._faults.extend(fault or GOOD for fault in faults)

    def __len__(self) -> int:
        """How many calls the script is still about."""
        return len(self._faults)

    def take(self) -> Fault | None:
        """The fault of the next call; None where the script is at its end."""
        return self._faults.popleft() if self._faults else None

    def clear(self) -> None:
        """Forget what was to come."""
        self._faults.clear()


@dataclass(frozen=True)
class _Chance:
    share: float
    choices: tuple[Fault, ...]
    random: Random

    def take(self) -> Fault:
        unlucky = self.random.random() < self.share
        return self.random.choice(self.choices) if unlucky else GOOD


@dataclass(frozen=True)
class Faults:
    """A script for each kind of call: `faults.submit(drop(), None, lost_answer())`."""

    submit: Script = field(default_factory=Script)
    status: Script = field(default_factory=Script)
    result: Script = field(default_factory=Script)
    cancel: Script = field(default_factory=Script)
    models: Script = field(default_factory=Script)
    files: Script = field(default_factory=Script)
    _chances: dict[Kind, _Chance] = field(default_factory=dict[Kind, _Chance])

    def by_chance(
        self,
        share: float,
        random: Random,
        *kinds: Kind,
        choices: tuple[Fault, ...] | None = None,
    ) -> None:
        """A `share` of the calls of these kinds (of all, where none is named) goes wrong.

        `choices` are equally likely; where left out, they are `faults.USUAL` of the kind.
        What a script says goes first.
        """
        for kind in kinds or USUAL:
            self._chances[kind] = _Chance(share, choices or USUAL[kind], random)

    def take(self, kind: Kind) -> Fault:
        """What goes wrong with the next call of that kind."""
        script: Script = getattr(self, kind)
        chance = self._chances.get(kind)
        return script.take() or (chance.take() if chance else GOOD)

    def clear(self) -> None:
        """From now on everything goes well."""
        self._chances.clear()
        for kind in USUAL:
            getattr(self, kind).clear()
