"""The table of a batch: a file, or standard input or a pipe, which are stored first."""

import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import runcomfy_models
from runcomfy_models._runtime.batch.tables.table_rows import read_table
from runcomfy_models.batch import Batch

from ..errors.command_errors import WrongInput
from ..flags.files import STANDARD_INPUT
from ..standard_input import standard_input

BOM = b"\xef\xbb\xbf"


@contextmanager
def table_file(table: str) -> Generator[Path]:
    """Yield the path of a table, which is read twice: what can be read once is stored first."""
    if table != STANDARD_INPUT and not _is_pipe(Path(table)):
        yield Path(table)
        return
    with tempfile.TemporaryDirectory() as folder:
        yield _stored(table, Path(folder))


def has_path(table: str) -> bool:
    """Whether a table has a path beside which a journal can be."""
    return table != STANDARD_INPUT and not table.startswith(("/dev/", "/proc/"))


def _is_pipe(table: Path) -> bool:
    """Whether a table exists, and is neither a file nor a folder."""
    return table.exists() and not table.is_file() and not table.is_dir()


def _stored(table: str, folder: Path) -> Path:
    """Store standard input or a pipe as a file with the suffix of its content."""
    path = Path(table)
    if table == STANDARD_INPUT:
        data, path = standard_input().read(), Path("standard-input")
    else:
        with _readable(path):
            data = path.read_bytes()
    is_json = data.removeprefix(BOM).lstrip().startswith(b"{")
    name = path.name if path.suffix else f"{path.name}.{'jsonl' if is_json else 'csv'}"
    stored = folder / name
    with _readable(folder):  # its disk may be full
        stored.write_bytes(data)
    return stored


def check_table(model_id: str, table: Path) -> None:
    """Read the first row: a table that cannot be used should leave no journal behind.

    Raises `WrongInput`.
    """
    with _readable(table):
        next(read_table(table, "key", runcomfy_models.load(model_id).Input), None)


def add_rows(batch: Batch, model_id: str, table: Path) -> None:
    """Check and add the rows of a table. Raises `WrongInput` if it cannot be read."""
    with _readable(table):
        batch.add_rows(runcomfy_models.load(model_id), table)


@contextmanager
def _readable(table: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise WrongInput(f"{table}: {error.strerror}; nothing was sent") from None
    except ValueError as error:  # its columns, its encoding; the message names the file
        raise WrongInput(str(error)) from None
