"""The simulator: everything put together, and a context manager."""

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from .api import Api
from .app import application
from .files import Files
from .jobs import Course, Dollars, Jobs
from .ledger import Ledger
from .origins import Origins
from .raw_schemas import RawSchemas, schemas_folder
from .recorder import Log
from .script import Faults
from .server import Server

TOKEN = "simulated-token"  # noqa: S105


class Simulator:
    """A Model API on loopback that costs nothing, fails on demand and remembers all.

    Its parts may be used from the test's own thread while it runs: `jobs` (how jobs go),
    `faults` (what goes wrong), `ledger` (what has happened), `files` (what it serves).
    """

    def __init__(
        self,
        *,
        schemas: Path | str | None = None,
        port: int = 0,
        token: str = TOKEN,
        balance: Dollars | None = None,
        course: Course | None = None,
        clock: Callable[[], float] | None = None,
        log: Log | None = None,
    ) -> None:
        """All models of the folder `schemas` are there, those of this package by default.

        `port` 0 is any free one. `balance` is in US dollars, None has no end. `course` is
        how jobs go. With a `clock` (`time.monotonic`, say) jobs take seconds of it, without
        one they take polls. `log` is called with each HTTP call.
        Raises `NotADirectoryError` where there is no such folder.
        """
        self.token = token
        self.origins = Origins()
        self.faults = Faults()
        self.jobs = Jobs(course or Course(), balance, clock)
        self.ledger = Ledger(self.jobs, self.origins)
        self.files = Files(self.origins)
        self.schemas = RawSchemas(Path(schemas or schemas_folder()))
        api = Api(self.schemas, self.jobs, self.files, self.origins)
        self._app = application(api, self.faults, self.ledger, self.origins, token, log)
        self._port = port
        self._server: Server | None = None

    @property
    def base_url(self) -> str:
        """The API's base URL; empty before the simulator runs."""
        return self.origins.home

    @property
    def other_url(self) -> str:
        """Another origin that answers alike: no token has any business there."""
        return self.origins.other

    @property
    def environment(self) -> dict[str, str]:
        """The variables that make a client use this simulator."""
        return {
            "RUNCOMFY_BASE_URL": self.base_url,
            "RUNCOMFY_API_TOKEN": self.token,
        }

    def start(self) -> None:
        """Listen; raises `OSError` where the port is taken."""
        self._server = Server(self._app, self._port)
        self.origins.home, self.origins.other = self._server.origins
        self._server.start()

    def stop(self) -> None:
        """Break the connections that are left, and remove the files."""
        if self._server is not None:
            self._server.stop()
            self._server = None
        self.files.close()

    def __enter__(self) -> Self:
        """Start."""
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop."""
        self.stop()
