"""The documents are true: what they name exists, and the rooms are as they say."""

from __future__ import annotations

import builtins
import re
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from pydoc import locate

import pytest

from runcomfy_codegen.cli import COMMANDS
from runcomfy_codegen.generate import build_cache
from tests.conftest import ROOT
from tests.repository import markdown
from tests.repository.source_names import Sources, imports

DOCUMENTS = [
    *("README.md", "CONTRIBUTING.md"),
    *sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/*.md")),
]
ARCHITECTURE = "docs/architecture.md"

VARIABLES = {
    "batch": "AsyncBatch",
    "journal": "Journal",
    "client": "Client",
    "request": "Request",
    "result": "Result",
    "simulator": "Simulator",
    "jobs": "Jobs",
    "files": "Files",
}
"""Variables of examples: their classes."""

EXTERNAL_NAMES = {
    *(
        "Async",
        "ETag",
        "Field",
        "Input.model_json_schema",
        "Input.model_validate",
        "PIL",
        "WARNING",
    ),
    *("RUNCOMFY_API_TOKEN", "RUNCOMFY_CODEGEN_CACHE", "runcomfy.com", "runcomfy.net"),
    "core.autocrlf",
    *("NO_COLOR", "RUNCOMFY_JOURNAL", "RUNCOMFY_MAX_COST", "journal.db", "rows.csv.db"),
}
"""Names that no file of ours defines."""

SUFFIXES = (".py", ".jinja", ".md", ".toml", ".json", ".yml")
_PATH = re.compile(r"[\w.-]+(/[\w.-]+)*/?")
_DOTTED = re.compile(r"([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+)(\(.*\))?")
_NAME = re.compile(r"(_\w+|[A-Z]\w+|test_\w+)(\(.*\))?|([a-z]\w+)\(.*\)")


@pytest.fixture(scope="module")
def sources(root: Path) -> Sources:
    return Sources(root)


def mentioned(path: Path) -> Iterator[str]:
    """Yield what stands in back-quotes in the prose of a document, without blanks in it."""
    yield from (code for code in markdown.codes(markdown.prose(path)) if " " not in code)


def is_path(code: str) -> bool:
    looks_like_one = bool(_PATH.fullmatch(code)) and code not in SUFFIXES
    return looks_like_one and ("/" in code or code.endswith(SUFFIXES))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_exists(document: str, root: Path, sources: Sources) -> None:
    paths = filter(is_path, mentioned(root / document))
    assert not [path for path in paths if not sources.ending(path)]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_dotted_name_exists(document: str, root: Path, sources: Sources) -> None:
    codes = (code for code in mentioned(root / document) if not is_path(code))
    names = {match[1] for match in map(_DOTTED.fullmatch, codes) if match} - EXTERNAL_NAMES
    assert not [name for name in names if not (locate(name) or is_defined(name, sources))]


def is_defined(dotted: str, sources: Sources) -> bool:
    owner, name = dotted.split(".")[-2:]
    return sources.defines(VARIABLES.get(owner, owner), name)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_class_constant_function_and_test_exists(
    document: str, root: Path, sources: Sources
) -> None:
    matches = filter(None, map(_NAME.fullmatch, mentioned(root / document)))
    names = {match[1] or match[3] for match in matches} - EXTERNAL_NAMES - vars(builtins).keys()
    defined = {part for name in sources.all_names for part in name.split(".")}
    files = (root / "Makefile", *(root / ".github/workflows").glob("*.yml"))
    text = "".join(path.read_text("utf-8") for path in files)
    assert not {name for name in names - defined if not re.search(rf"\b{name}\b", text)}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_leads_somewhere(document: str, root: Path) -> None:
    for link in markdown.links(root / document):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        target = (root / document).parent / name if name else root / document
        assert target.is_file(), link
        assert not anchor or anchor in markdown.anchors(target), link


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_exists(document: str, root: Path) -> None:
    path = root / document
    makefile = (root / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    text = "\n".join([markdown.blocks(path), *markdown.codes(markdown.prose(path))])
    targets_called = re.findall(r"^make((?: [a-z]+\b)+)", text, re.MULTILINE)
    assert set(chain.from_iterable(words.split() for words in targets_called)) <= targets
    assert set(re.findall(r"runcomfy-codegen ([a-z]+(?:-[a-z]+)*)", text)) <= COMMANDS.keys()


def test_every_name_of_a_table_is_in_the_file_beside_it(root: Path, sources: Sources) -> None:
    tables = [
        candidate
        for candidate in markdown.tables(root / ARCHITECTURE)
        if "file" in candidate.header
    ]
    assert len(tables) == 4
    for table in tables:
        file, name = table.header.index("file"), table.header.index("name")
        for row in table.rows:
            (path,) = markdown.codes(row[file])
            definitions = [sources.names_in(candidate) for candidate in sources.ending(path)]
            for code in markdown.codes(row[name]):
                assert any(code in names for names in definitions), f"{path}: {code}"


def test_every_outcome_that_is_cached_is_in_its_table(root: Path) -> None:
    (table,) = (
        candidate
        for candidate in markdown.tables(root / "CONTRIBUTING.md")
        if candidate.header[0] == "outcome"
    )
    kinds = {kind for row in table.rows for kind in markdown.codes(row[0])}
    assert kinds == build_cache.MAX_ENTRIES.keys()


def rooms(root: Path) -> Iterator[tuple[Path, dict[str, set[str]]]]:
    """Yield each table of rooms: the folder, and what each of its rooms may import."""
    for table in markdown.tables(root / ARCHITECTURE):
        if table.header[0].startswith("room of"):
            (folder,) = markdown.codes(table.header[0])
            allowed = {
                room.strip("/"): {imported.strip("/") for imported in markdown.codes(row[2])}
                for row in table.rows
                for room in markdown.codes(row[0])
            }
            yield root / folder, allowed


def test_every_room_is_in_its_table(root: Path) -> None:
    for folder, allowed in rooms(root):
        inner = {init.parent.name for init in folder.glob("*/__init__.py")}
        assert inner == allowed.keys()


def test_a_row_names_files_of_its_own_room(root: Path) -> None:
    for table in markdown.tables(root / ARCHITECTURE):
        if not table.header[0].startswith("room of"):
            continue
        (folder,) = markdown.codes(table.header[0])
        for row in table.rows:
            homes = [root / folder / room for room in markdown.codes(row[0])]
            for name in markdown.codes(row[1]):
                is_file = name.endswith(".py") and not name.startswith("_")
                assert not is_file or any(list(home.rglob(name)) for home in homes), name


def test_a_room_imports_the_rooms_that_its_table_names(root: Path) -> None:
    for folder, allowed in rooms(root):
        for room in allowed:
            imported = imported_rooms(folder, room) & allowed.keys()
            assert imported - {room} == allowed[room], room


def test_a_room_may_import_only_rooms_below_it(root: Path) -> None:
    for _, allowed in rooms(root):
        order = list(allowed)
        for number, room in enumerate(order):
            assert allowed[room] <= set(order[number + 1 :]), room


def imported_rooms(folder: Path, room: str) -> set[str]:
    """Return the names directly below `folder` that the files of `room` import."""
    prefix = package_of(folder / "__init__.py") + "."
    imported: set[str] = set()
    for path in (folder / room).rglob("*.py"):
        below = (name for name in imports(path, package_of(path)) if name.startswith(prefix))
        imported |= {name.removeprefix(prefix).partition(".")[0] for name in below}
    return imported


def package_of(path: Path) -> str:
    """Return the dotted name of the package that a Python file is in."""
    top = next(folder for folder in path.parents if not (folder / "__init__.py").exists())
    return ".".join(path.parent.relative_to(top).parts)


def test_each_library_is_imported_only_where_the_table_says(root: Path, sources: Sources) -> None:
    (table,) = (
        candidate
        for candidate in markdown.tables(root / ARCHITECTURE)
        if candidate.header[0] == "library"
    )
    files_of = {
        library: set(chain.from_iterable(map(sources.ending, markdown.codes(row[1]))))
        for row in table.rows
        for library in markdown.codes(row[0])
    }
    for path in sources.paths:
        if re.match(r"generator/.*\.py$", path):
            for library in imported_libraries(root / path):
                assert path in files_of.get(library, ()), f"{path} imports {library}"


def imported_libraries(path: Path) -> set[str]:
    """Return the packages that a file imports, except Python's and our own."""
    tops = {name.partition(".")[0] for name in imports(path, package_of(path))}
    return tops - sys.stdlib_module_names - {"_typeshed", "runcomfy_codegen", "runcomfy_models"}
