# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: ce15e2a6b5b20403549805d655718687
"""The simulator: its parts together, as a context manager."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from .api import Api
from .fault_scripts import Faults
from .job_outputs import OutputSource
from .job_store import Jobs
from .ledger import Ledger
from .origins import Origins
from .price_list import PriceList
from .raw_schemas import RawSchemas, schemas_folder
from .serving.app import application
from .serving.recorder import Log
from .serving.served_files import ServedFiles
from .serving.server import Server
from .simulated_job import Course, Dollars
from .validation.input_check import InputCheck

TOKEN = "simulated-token"  # noqa: S105


class Simulator:
    """A Model API on loopback that costs nothing, fails on demand and records everything.

    A test may use its parts while it runs: `jobs` (how jobs go), `faults` (what goes wrong),
    `ledger` (what has happened), `files` (what it serves), `prices` (what jobs cost).
    A browser at `base_url` shows them as they happen; `/openapi.json` there describes the API.
    """

    def __init__(
        self,
        *,
        schemas: Path | str | None = None,
        port: int = 0,
        token: str = TOKEN,
        balance: Dollars | None = None,
        course: Course | None = None,
        outputs: Mapping[str, dict[str, Any]] | None = None,
        media_checks: bool = True,
        rules: bool = True,
        clock: Callable[[], float] | None = None,
        log: Log | None = None,
    ) -> None:
        """Simulate the models of the folder `schemas`, by default those of this package.

        Args:
            schemas: The folder.
            port: 0 stands for any free port.
            token: The only token that is accepted.
            balance: US dollars of the account; None for no limit.
            course: How jobs go.
            outputs: Outputs of some models, by model_id, in place of generated samples.
            media_checks: Whether media have to be URLs of public hosts or `data:` URIs, as for
                clients with the same option.
            rules: Whether the rules in words are checked, which schemas cannot express.
            clock: Such as `time.monotonic`: jobs take seconds. Without one they take polls.
            log: Called with each HTTP call.

        Raises:
            NotADirectoryError: The folder does not exist.
            ValueError: `outputs` has a model that is not in the folder.
        """
        self.token = token
        self.origins = Origins()
        self.faults = Faults()
        self.jobs = Jobs(course or Course(), balance, clock)
        self.ledger = Ledger(self.jobs, self.origins)
        self.files = ServedFiles(self.origins)
        self.schemas = RawSchemas(Path(schemas or schemas_folder()))
        self.prices = PriceList(self.schemas)
        self._outputs = OutputSource(self.schemas, outputs or {})
        api = self._api(InputCheck(self.schemas, media_checks, rules))
        self._app = application(api, self.faults, self.ledger, token, log)
        self._port = port
        self._server: Server | None = None

    def _api(self, inputs: InputCheck) -> Api:
        return Api(
            schemas=self.schemas,
            inputs=inputs,
            outputs=self._outputs,
            prices=self.prices,
            jobs=self.jobs,
            files=self.files,
            origins=self.origins,
        )

    @property
    def base_url(self) -> str:
        """The API's base URL; empty before the simulator is started."""
        return self.origins.home

    @property
    def other_url(self) -> str:
        """Another origin that gives the same answers, and should never get the token."""
        return self.origins.other

    @property
    def environment(self) -> dict[str, str]:
        """The environment variables that make a client use this simulator."""
        return {
            "RUNCOMFY_BASE_URL": self.base_url,
            "RUNCOMFY_API_TOKEN": self.token,
        }

    def start(self) -> None:
        """Start answering calls.

        Raises `OSError` if the port is in use, and `OutputSchemaError` if no sample output can
        be generated for some model.
        """
        self._outputs.check()
        self._server = Server(self._app, self._port)
        self.origins.home, self.origins.other = self._server.origins
        self._server.start()

    def stop(self) -> None:
        """Stop the server, breaking open connections, and remove the files."""
        if self._server is not None:
            self._server.stop()
            self._server = None
        self.files.close()

    def __enter__(self) -> Self:
        """Start the simulator and return it."""
        self.start()
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop the simulator."""
        self.stop()
