"""Load and build everything that calls need, before a server forks its workers."""

from collections.abc import Iterator
from importlib import import_module
from threading import Thread
from types import ModuleType

from .first_use import FIRST_USE
from .models.base import RuntimeModel

CALL_MODULES = (
    "models.json_schemas",
    "models.partial_inputs",
    "_async.account",
    "_async.submitting",
    "_async.recording",
    "_async.recorded_job",
    "_async.preflight",
    "_sync.account",
    "_sync.submitting",
    "_sync.recording",
    "_sync.recorded_job",
    "_sync.preflight",
)
"""Modules that a first client or a first call would import, with a journal or without."""


def prepare_calls() -> None:
    """Import everything that it takes to make calls, httpx included."""
    with FIRST_USE:
        for name in CALL_MODULES:
            import_module(f".{name}", __package__)
        import anyio
        import httpx

        # A first client and a first loop import what httpx and anyio import late. In a thread,
        # since this one may have an event loop that runs.
        httpx.Client(trust_env=False).close()
        loop = Thread(target=anyio.run, args=[anyio.sleep, 0])
        loop.start()
        loop.join()
        import_module("stringprep")  # for the names of hosts
        import_module("concurrent.futures.thread")  # in which a loop looks them up


def prepare_model(module: object) -> None:
    """Build every input and output class of a model's module. Raises `TypeError` for another."""
    models = list(_models(module)) if isinstance(module, ModuleType) else []
    if not models:
        raise TypeError(f"{module!r} is not a model: give a model's module or its id")
    for model in models:
        model.model_rebuild()


def _models(module: ModuleType) -> Iterator[type[RuntimeModel]]:
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, RuntimeModel):
            yield value
