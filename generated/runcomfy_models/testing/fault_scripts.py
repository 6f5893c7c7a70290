# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: be4e05045e255ff99be506ce9d8a221b
"""Decide which calls meet a fault: by a script, or by chance."""

from collections import deque
from dataclasses import dataclass, field
from random import Random

from .faults import GOOD, USUAL, Fault, Kind


class Script:
    """The faults of the next calls of one kind."""

    def __init__(self) -> None:
        """Start empty: no call meets a fault."""
        self._faults: deque[Fault] = deque()

    def __call__(self, *faults: Fault | None) -> None:
        """Let the next calls meet these faults, in order; None lets a call go well."""
        for fault in faults:
            _check_fault(fault)
        self._faults.extend(fault or GOOD for fault in faults)

    def __len__(self) -> int:
        """Return the number of calls that the script still covers."""
        return len(self._faults)

    @property
    def names(self) -> list[str]:
        """The names of the faults of the next calls, in order; `none` for a call that goes well."""
        return [fault.name or "none" for fault in self._faults]

    def take(self) -> Fault | None:
        """Remove and return the fault of the next call; None if the script has ended."""
        return self._faults.popleft() if self._faults else None

    def clear(self) -> None:
        """Drop the rest of the script."""
        self._faults.clear()


def _check_fault(fault: object) -> None:
    if not isinstance(fault, Fault | None):
        raise TypeError(f"{fault!r} is not a fault, such as drop() or None")


@dataclass(frozen=True)
class _Chance:
    share: float
    choices: tuple[Fault, ...]
    random: Random

    def take(self) -> Fault:
        is_hit = self.random.random() < self.share
        return self.random.choice(self.choices) if is_hit else GOOD


@dataclass(frozen=True)
class Faults:
    """A script for each kind of call: `faults.submit(drop(), None, lost_answer())`."""

    submit: Script = field(default_factory=Script)
    status: Script = field(default_factory=Script)
    result: Script = field(default_factory=Script)
    cancel: Script = field(default_factory=Script)
    models: Script = field(default_factory=Script)
    balance: Script = field(default_factory=Script)
    files: Script = field(default_factory=Script)
    _chances: dict[Kind, _Chance] = field(default_factory=dict[Kind, _Chance])

    def by_chance(
        self,
        share: float,
        random: Random,
        *kinds: Kind,
        choices: tuple[Fault, ...] | None = None,
    ) -> None:
        """Let a `share` of the calls of `kinds` meet a fault; of all kinds by default.

        `share` is from 0 to 1. `choices` are equally likely; by default they are
        `faults.USUAL`. Scripts take precedence.
        """
        for kind in kinds or USUAL:
            self._chances[kind] = _Chance(share, choices or USUAL[kind], random)

    def take(self, kind: Kind) -> Fault:
        """Return the fault that the next call of `kind` meets, perhaps `GOOD`."""
        script: Script = getattr(self, kind)
        chance = self._chances.get(kind)
        return script.take() or (chance.take() if chance else GOOD)

    def scripted(self) -> dict[Kind, list[str]]:
        """Return the names of the scripted faults, by the kind of calls that will meet them."""
        scripts: dict[Kind, list[str]] = {
            kind: getattr(self, kind).names for kind in USUAL
        }
        return {kind: names for kind, names in scripts.items() if names}

    def shares(self) -> dict[Kind, float]:
        """Return which share of the calls of a kind meets a fault by chance, from 0 to 1."""
        return {kind: chance.share for kind, chance in self._chances.items()}

    def clear(self) -> None:
        """Let all further calls go well."""
        self._chances.clear()
        for kind in USUAL:
            getattr(self, kind).clear()
