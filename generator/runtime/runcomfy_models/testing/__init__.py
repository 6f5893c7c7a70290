"""A simulator of the Model API for tests: real HTTP on loopback, and nothing is paid.

    from runcomfy_models.testing import Simulator, faults

    with Simulator() as simulator:
        simulator.faults.status(faults.server_error(503))
        client = image_to_video.Client(
            base_url=simulator.base_url, token=simulator.token
        )
        client.run(prompt="…", start_image_url="https://…")
    simulator.ledger.assert_nothing_paid_twice()

Needs runcomfy-models[testing]. In pytest, the fixture `runcomfy_simulator` is a running one.
"""

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import faults
    from .faults import Fault, Reply
    from .job_outputs import OutputSchemaError
    from .ledger import HttpCall, Ledger, Submission
    from .price_list import ListPrice
    from .simulated_job import Course, Job
    from .simulator import Simulator

__all__ = [
    "Course",
    "Fault",
    "HttpCall",
    "Job",
    "Ledger",
    "ListPrice",
    "OutputSchemaError",
    "Reply",
    "Simulator",
    "Submission",
    "faults",
]

_HOMES = {
    "Course": ".simulated_job",
    "Fault": ".faults",
    "HttpCall": ".ledger",
    "Job": ".simulated_job",
    "Ledger": ".ledger",
    "ListPrice": ".price_list",
    "OutputSchemaError": ".job_outputs",
    "Reply": ".faults",
    "Simulator": ".simulator",
    "Submission": ".ledger",
}
"""Public name: the module that defines it."""
# Imported when first used: pytest loads the plugin in this package for every test run.

_EXTRA = (
    *("click", "jsonschema", "jsonschema_rs", "referencing", "regress", "rstr"),
    *("starlette", "uvicorn"),
)
"""Top-level packages that the extra `testing` installs."""


def __getattr__(name: str) -> object:
    """Import a public name when it is first used."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        if name == "faults":
            return import_module(".faults", __name__)
        value: object = getattr(import_module(_HOMES[name], __name__), name)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        raise ModuleNotFoundError(
            f"the simulator needs the extra 'testing' ({error.name} is not installed): "
            'pip install "runcomfy-models[testing]"',
            name=error.name,
        ) from None
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, imported or not."""
    return __all__
