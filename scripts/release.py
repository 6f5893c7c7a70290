"""Release: version, notes, packages and their test, then one push of commit and tag.

    python scripts/release.py                    # or the workflow `release`, by a button
    python scripts/release.py --again 1.2.3      # the packages and notes of a tag that was pushed

The version follows from the findings since the last release, and from the files in `changes/`.
All work is done in a clone in a temporary folder. The last step is an atomic push: nothing changes
anywhere before it, and of two concurrent releases it accepts one. Prints the version; `dist/` then
has the packages, `release-notes.md` the notes. If something fails between the push and the package
index, `--again` builds the same packages again.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import venv
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NoReturn

PARTS = {"breaking": "major", "feature": "minor", "fix": "patch"}
"""Kind of a file in `changes/`, the most serious first: the part of the version that it raises."""

VERSION_FILE = "generator/runtime/runcomfy_models/__init__.py"
"""The file that hatchling reads the version from, and writes it to."""


def main() -> None:
    """Release the newest commit of the remote's branch, and print the version."""
    parser = argparse.ArgumentParser(description="Release; see the docstring of the file.")
    parser.add_argument("--remote", default="origin", help="remote to push to")
    parser.add_argument("--branch", default="main", help="branch to release")
    parser.add_argument("--date", type=date.fromisoformat, default=datetime.now(UTC).date())
    parser.add_argument("--again", metavar="VERSION", help="build a version that has a tag")
    options = parser.parse_args()
    checkout = Path.cwd()
    if not options.again:
        check_is_current(checkout, options.remote, options.branch)
    with tempfile.TemporaryDirectory(prefix="release-") as folder:
        clone = clone_of(checkout, Path(folder) / "clone")
        if options.again:
            version = prepare_again(clone, options.again)
        else:
            version = prepare(clone, options.date)
        packages = build(clone)
        try_wheel(packages, version, Path(folder))
        if not options.again:
            push(clone, checkout, options.remote, options.branch, version)
        hand_over(packages, clone, checkout)
    print(version)


def check_is_current(checkout: Path, remote: str, branch: str) -> None:
    """Refuse a tree with changes, and a commit or a release that is not the remote's."""
    if changes := run("git", "status", "--porcelain", cwd=checkout):
        fail(f"the tree is dirty; commit or stash first:\n{changes}")
    run("git", "fetch", "--quiet", "--tags", remote, branch, cwd=checkout)
    commits = run("git", "rev-parse", "HEAD", "FETCH_HEAD", cwd=checkout).split()
    if commits[0] != commits[1]:
        fail(f"HEAD is not the newest commit of {branch} at {remote}: pull, or push, first")
    remote_tags = run("git", "ls-remote", "--tags", "--refs", remote, "v*", cwd=checkout).split()
    pushed = {name.removeprefix("refs/tags/") for name in remote_tags[1::2]}
    if unpushed := set(run("git", "tag", "--list", "v*", cwd=checkout).split()) - pushed:
        names = ", ".join(sorted(unpushed))
        fail(f"{remote} does not have {names}: push the tag, or delete it (git tag --delete)")


def clone_of(checkout: Path, folder: Path) -> Path:
    """Clone `checkout`, with the identity that commits there have; return the folder."""
    run("git", "clone", "--quiet", checkout, folder)
    for name in ("user.name", "user.email"):
        value = run("git", "config", "--default", "", "--get", name, cwd=checkout)
        run("git", "config", name, value or fail(f"git config {name} is not set"), cwd=folder)
    return folder


def prepare(clone: Path, day: date) -> str:
    """Write version, clients and change logs, commit and tag them; return the version."""
    version = next_version(clone)
    if f'__version__ = "{version}"' not in (clone / VERSION_FILE).read_text("utf-8"):
        run(sys.executable, "-m", "hatchling", "version", version, cwd=clone)
    codegen(clone, "generate")
    models = codegen(clone, "changelog", "--release", version, "--date", day.isoformat())
    write_notes(clone, version, own_news(clone, version, day), models)
    codegen(clone, "check")
    run("git", "add", "--all", cwd=clone)
    run("git", "commit", "--quiet", "--allow-empty", "--message", f"Release {version}", cwd=clone)
    run("git", "tag", "--annotate", f"v{version}", "--message", version, cwd=clone)
    return version


def prepare_again(clone: Path, version: str) -> str:
    """Check out the tag of `version`, and write its notes; return `version`."""
    run("git", "checkout", "--quiet", f"refs/tags/v{version}", cwd=clone)
    log = (clone / "CHANGELOG.md").read_text("utf-8")
    pattern = rf"^## {re.escape(version)} \(.*?\n(.*?)(?=^## |\Z)"
    entry = re.search(pattern, log, re.MULTILINE | re.DOTALL)
    models = codegen(clone, "changelog", version)
    write_notes(clone, version, entry[1].strip() if entry else "", models)
    return version


def next_version(clone: Path) -> str:
    """Return the next version; exit if nothing has changed since the last one."""
    kinds = {path.suffixes[-2].strip(".") for path in fragments(clone)}
    code = next((("--code", part) for kind, part in PARTS.items() if kind in kinds), ())
    version = codegen(clone, "next-version", *code)
    tag = f"v{version}"
    if run("git", "tag", "--list", tag, "--merged", "HEAD", cwd=clone):
        fail(f"nothing to release: there is a tag {tag}, and no change since")
    if run("git", "tag", "--list", tag, cwd=clone):
        fail(f"there is a tag {tag} already, of a commit that this branch does not have")
    return version


def fragments(clone: Path) -> list[Path]:
    """Return the files of `changes/` that become lines of the change log."""
    files = [path for path in sorted(clone.glob("changes/[!.]*")) if path.name != "README.md"]
    for path in files:
        if not any(path.name.endswith(f".{kind}.md") for kind in PARTS):
            fail(f"changes/{path.name} is of an unknown kind: NAME.KIND.md, {' or '.join(PARTS)}")
    return files


def own_news(clone: Path, version: str, day: date) -> str:
    """Move the files of `changes/` to CHANGELOG.md; return their text, without a heading."""
    if not fragments(clone):
        return ""
    command = ("towncrier", "build", "--version", version, "--date", day.isoformat())
    text = run(sys.executable, "-m", *command, "--draft", cwd=clone)
    run(sys.executable, "-m", *command, "--yes", cwd=clone)
    return text.partition("\n")[2].strip()


def write_notes(clone: Path, version: str, own_changes: str, models: str) -> None:
    """Write the notes of a release: what changed in our own code, and in the models.

    Links into the repository work wherever the notes are read.
    """
    model_changes = models.replace("## ", "### ")
    model_section = f"## Models\n\n{model_changes}" if model_changes else ""
    text = "\n\n".join(filter(None, [own_changes, model_section]))
    project = tomllib.loads((clone / "pyproject.toml").read_text("utf-8"))["project"]
    tree = f"{project['urls']['Repository']}/blob/v{version}"
    text = re.sub(r"\]\((?![a-z]+:|#)([^)]+)\)", rf"]({tree}/\1)", text)
    (clone / "release-notes.md").write_text(f"{text}\n", "utf-8")


def build(clone: Path) -> Path:
    """Build wheel and source distribution, and check their metadata; return their folder."""
    packages = clone / "dist"
    run(sys.executable, "-m", "hatchling", "build", "-d", packages, cwd=clone)
    run(sys.executable, "-m", "twine", "check", "--strict", *packages.iterdir())
    return packages


def try_wheel(packages: Path, version: str, folder: Path) -> None:
    """Install the wheel in a fresh environment, and make calls with it."""
    (wheel,) = packages.glob("*.whl")
    venv.create(folder / "fresh", with_pip=False)
    python = folder / "fresh" / ("Scripts" if os.name == "nt" else "bin") / "python"
    pip = (sys.executable, "-m", "pip", "--quiet", "--python", python)
    options = ("--disable-pip-version-check", "--no-compile")
    run(*pip, "install", *options, f"{wheel}[codegen,testing]", cwd=folder)
    script = Path(__file__).with_name("try_wheel.py")
    run(python, script, version, cwd=folder)


def push(clone: Path, checkout: Path, remote: str, branch: str, version: str) -> None:
    """Push commit and tag, both or neither."""
    url = run("git", "remote", "get-url", "--push", remote, cwd=checkout)
    refs = (f"HEAD:refs/heads/{branch}", f"refs/tags/v{version}")
    push = ("git", "--git-dir", clone / ".git", "push", "--porcelain", "--atomic", url, *refs)
    try:
        pushed = run(*push, cwd=checkout)  # a relative address is relative to the checkout
    except SystemExit as error:
        sys.exit(f"{error}\nnothing was released: if {branch} has moved meanwhile, start again")
    # `=`: the remote has this very commit already, since another run made it in the same second.
    if any(line.startswith("=") for line in pushed.splitlines()):
        fail(f"nothing was released: another run has released {version} at the same time")


def hand_over(packages: Path, clone: Path, checkout: Path) -> None:
    """Copy packages and notes to the checkout."""
    shutil.rmtree(checkout / "dist", ignore_errors=True)
    shutil.copytree(packages, checkout / "dist")
    shutil.copy(clone / "release-notes.md", checkout)


def codegen(clone: Path, *arguments: str) -> str:
    """Run the generator of the clone, not the one that is installed."""
    return run(sys.executable, "-m", "runcomfy_codegen", *arguments, cwd=clone)


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a command and return what it prints; exit with its messages if it fails."""
    path = [str(cwd / folder) for folder in ("generator", "generated")] if cwd else []
    path += filter(None, [os.environ.get("PYTHONPATH")])
    completed = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if completed.returncode:
        fail(f"{' '.join(map(str, command))}\n{completed.stdout}{completed.stderr}")
    return completed.stdout.strip()


def fail(reason: str) -> NoReturn:
    """Exit with a message."""
    sys.exit(f"no release: {reason}")


if __name__ == "__main__":
    main()
