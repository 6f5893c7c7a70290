"""Profile imports: `python -X importtime`, summed by package."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections import defaultdict

from benchmarks.runtime.imports import MODULE, PEER, environment

PROGRAMS = {"a model's module": MODULE, "`import httpx, pydantic`": PEER}
ROUNDS = 15
MIN_SHARE = 0.02
"""Smallest share of a whole import for which a package gets its own line."""

Profile = dict[str, float]
"""Package: milliseconds of its own modules, without the modules that they import."""


def document() -> str:
    """Return both profiles as Markdown."""
    return "\n\n".join(_table(name, _median(code)) for name, code in PROGRAMS.items())


def _table(name: str, profile: Profile) -> str:
    whole = sum(profile.values())
    shown = {package: taken for package, taken in profile.items() if taken >= MIN_SHARE * whole}
    shown["others"] = whole - sum(shown.values())
    lines = [f"| {name}, by package | ms |", "|---|---|"]
    lines += [f"| {package} | {taken:.1f} |" for package, taken in shown.items()]
    return "\n".join([*lines, f"| **together** | **{whole:.1f}** |"])


def _median(code: str) -> Profile:
    profiles = [_profile(code) for _ in range(ROUNDS)]
    packages = {package for profile in profiles for package in profile}
    medians = {
        package: statistics.median(profile.get(package, 0) for profile in profiles)
        for package in packages
    }
    return dict(sorted(medians.items(), key=lambda item: -item[1]))


def _profile(code: str) -> Profile:
    """Return the profile of one run; the standard library counts as `Python`."""
    command = [sys.executable, "-X", "importtime", "-c", code]
    run = subprocess.run(command, check=True, capture_output=True, text=True, env=environment())
    milliseconds: defaultdict[str, float] = defaultdict(float)
    for line in run.stderr.splitlines()[1:]:
        own_time, _, module = line.removeprefix("import time:").split("|")
        package = module.strip().partition(".")[0]
        milliseconds["Python" if package in sys.stdlib_module_names else package] += (
            int(own_time) / 1000
        )
    return milliseconds


if __name__ == "__main__":
    print(document())
