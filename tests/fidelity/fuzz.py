"""The differential test for as long as one likes: `make fuzz SECONDS=600 SEED=1`.

Each round draws from a seed of its own, which is printed; a round that fails is shrunk and
told, and running the same seed again draws the same.
"""

from __future__ import annotations

import sys
import time

from hypothesis import HealthCheck, Phase, seed, settings

from tests.fidelity.test_differential import LAWS, law

EXAMPLES = 50
"""Examples of each law in a round."""


def main(seconds: float, first: int, shrink: bool = True) -> None:
    until = time.monotonic() + seconds
    number = first
    while time.monotonic() < until:
        print(f"seed {number}", flush=True)
        for name in LAWS:
            once = settings(
                max_examples=EXAMPLES,
                database=None,
                deadline=None,
                suppress_health_check=list(HealthCheck),
                phases=[Phase.generate, Phase.shrink] if shrink else [Phase.generate],
            )
            once(seed(number)(law(name)))()
        number += 1
    print(f"nothing found in {number - first} rounds of {EXAMPLES * len(LAWS)} models")


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]), "--no-shrink" not in sys.argv)
