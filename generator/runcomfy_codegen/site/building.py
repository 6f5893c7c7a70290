"""Build the site: write its Markdown, run Zensical to make HTML of it, add the plain texts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from runcomfy_codegen.site.navigation import navigation
from runcomfy_codegen.site.pages import Pages
from runcomfy_codegen.site.paths import plain_path
from runcomfy_codegen.site.templates import render_file
from runcomfy_codegen.source_folders import runtime_folder

ASSETS = Path(__file__).with_name("assets")


class BuildError(Exception):
    """Zensical did not build the site; the message has what it said, with its colours."""


def build_site(pages: Pages, folder: Path) -> Path:
    """Build the site in the empty folder `folder`; return the folder of its files."""
    assets = {f"assets/{path.name}": path.read_bytes() for path in ASSETS.iterdir()}
    _write(folder / "pages", {**assets, **pages.pictures, **pages.sources()})
    config = render_file("mkdocs.yml", navigation=navigation(pages), library=str(runtime_folder()))
    _write(folder, {"mkdocs.yml": config})
    run_zensical(folder)
    built = folder / "site"
    _write(built, {plain_path(path): text for path, text in pages.plain().items()})
    _write(built, {"llms.txt": pages.llms()})
    return built


def run_zensical(folder: Path) -> None:
    """Build the site of `mkdocs.yml` in `folder`; a warning of Zensical is a `BuildError`."""
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict"]
    done = subprocess.run(  # noqa: S603
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        output = (done.stdout + done.stderr).partition("Traceback")[0]
        raise BuildError(f"zensical says:\n{output.strip()}")


def _write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
