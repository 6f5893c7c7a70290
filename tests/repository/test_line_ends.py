"""Git for Windows converts line ends; files that are compared as bytes must not be converted."""

from __future__ import annotations

import subprocess
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]


def git(*arguments: str, folder: Path) -> str:
    completed = subprocess.run(
        ["git", "-c", "core.autocrlf=true", "-C", str(folder), *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    return completed.stdout


def test_a_checkout_that_converts_line_ends_has_the_files_of_one_that_does_not(
    tmp_path: Path,
) -> None:
    names = git("ls-files", "-z", folder=REPOSITORY).split("\0")[:-1]
    copied = [name for name in names if (REPOSITORY / name).is_file()]
    (tmp_path / "from").mkdir()
    for name in copied:
        target = tmp_path / "from" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((REPOSITORY / name).read_bytes())
    git("init", "-q", folder=tmp_path / "from")
    git("add", "--all", "--force", folder=tmp_path / "from")
    git("checkout-index", "--all", f"--prefix={tmp_path}/to/", folder=tmp_path / "from")
    differing = [
        name
        for name in copied
        if (tmp_path / "to" / name).read_bytes() != (REPOSITORY / name).read_bytes()
    ]
    assert differing == []
