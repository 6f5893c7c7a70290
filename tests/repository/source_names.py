"""The files of the repository, and the names that they define."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path


class Sources:
    """All files of a checkout, except those that git ignores."""

    def __init__(self, root: Path) -> None:
        command = ("git", "ls-files", "--cached", "--others", "--exclude-standard")
        listed = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
        self.root = root
        self.paths = [path for path in listed.stdout.splitlines() if (root / path).is_file()]

    def ending(self, path: str) -> list[str]:
        """Return the files whose path ends with `path`, or has a folder of that name."""
        folder = f"/{path.strip('/')}/"
        return [
            candidate
            for candidate in self.paths
            if f"/{candidate}".endswith(f"/{path}") or folder in f"/{candidate}"
        ]

    def names_in(self, path: str) -> frozenset[str]:
        """Return what a file defines: `function`, `Class`, `Class.method`; macros of a template."""
        text = (self.root / path).read_text("utf-8")
        if path.endswith(".jinja"):
            return frozenset(re.findall(r"{% macro (\w+)", text))
        return frozenset(_names(ast.parse(text).body)) if path.endswith(".py") else frozenset()

    @cached_property
    def names(self) -> dict[str, frozenset[str]]:
        """Path of a Python file: the names that it defines."""
        return {path: self.names_in(path) for path in self.paths if path.endswith(".py")}

    @cached_property
    def all_names(self) -> frozenset[str]:
        """Every name that some file defines."""
        return frozenset().union(*self.names.values())

    def defines(self, owner: str, name: str) -> bool:
        """Whether a class or module called `owner` has `name`, or a class that it is based on."""
        if f"{owner}.{name}" in self.all_names:
            return True
        modules = (path for path in self.names if path.endswith(f"/{owner}.py"))
        if any(name in self.names[path] for path in modules):
            return True
        return any(self.defines(base, name) for base in self.bases.get(owner, ()))

    @cached_property
    def bases(self) -> dict[str, set[str]]:
        """Name of a class: the names of the classes that classes of that name are based on."""
        bases_of: dict[str, set[str]] = {}
        for path in self.names:
            for node in ast.parse((self.root / path).read_text("utf-8")).body:
                if isinstance(node, ast.ClassDef):
                    bases = {ast.unparse(base).partition("[")[0] for base in node.bases}
                    bases_of.setdefault(node.name, set()).update(bases - {node.name})
        return bases_of


@cache
def imports(path: Path, package: str) -> tuple[str, ...]:
    """Return the dotted names that the Python file at `path` imports, `package` being its own."""
    return tuple(_imports(ast.parse(path.read_text("utf-8")), package))


def _imports(tree: ast.Module, package: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: 1 - node.level or None] if node.level else []
            yield ".".join([*above, *([node.module] if node.module else [])])


def _names(body: list[ast.stmt], prefix: str = "") -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield prefix + node.name
            if prefix:
                yield from (prefix + name for name in _attributes(node))
        elif isinstance(node, ast.ClassDef):
            yield prefix + node.name
            yield from _names(node.body, f"{node.name}.")
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for name in (child for target in targets for child in ast.walk(target)):
                if isinstance(name, ast.Name):
                    yield prefix + name.id


def _attributes(method: ast.AST) -> Iterator[str]:
    """Yield the attributes that a method sets on `self`."""
    for node in ast.walk(method):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr
