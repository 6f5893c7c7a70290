"""The differential and the hostile test for any length of time: `make fuzz SECONDS=600 SEED=1`.

Each round has a seed, which is printed. A failing example is shrunk and reported, and the
same seed draws the same examples again.
"""

from __future__ import annotations

import sys
import time
from typing import Any

from hypothesis import HealthCheck, Phase, seed, settings

from tests.fidelity.test_differential import LAWS, law
from tests.fidelity.test_hostile import hostile_models

EXAMPLES = 50
"""Examples for each test in a round."""


def new_tests() -> list[Any]:
    """Return the tests, each to be used once."""
    return [*map(law, LAWS), hostile_models()]


def main(seconds: float, first: int, shrink: bool = True) -> None:
    until = time.monotonic() + seconds
    number = first
    while time.monotonic() < until:
        print(f"seed {number}", flush=True)
        for test in new_tests():
            once = settings(
                max_examples=EXAMPLES,
                database=None,
                deadline=None,
                suppress_health_check=list(HealthCheck),
                phases=[Phase.generate, Phase.shrink] if shrink else [Phase.generate],
            )
            once(seed(number)(test))()
        number += 1
    print(f"nothing found in {number - first} rounds of {EXAMPLES * len(new_tests())} models")


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]), "--no-shrink" not in sys.argv)
