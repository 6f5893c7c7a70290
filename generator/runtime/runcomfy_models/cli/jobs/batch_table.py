"""The table of a batch: a file, or standard input, which is stored while it is read."""

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
    """Yield the path of a table; the file with standard input is removed afterwards."""
    if table != STANDARD_INPUT:
        yield Path(table)
        return
    data = standard_input().read()
    is_json = data.removeprefix(BOM).lstrip().startswith(b"{")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"standard-input.{'jsonl' if is_json else 'csv'}")
        path.write_bytes(data)
        yield path


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
