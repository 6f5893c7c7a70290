# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 3fd5cc321a4f3267e981cbecbcf6bb94
"""Load and build everything that calls need, before a server forks its workers."""

from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from .first_use import FIRST_USE
from .models.base import RuntimeModel

CALL_MODULES = (
    "_async.account",
    "_async.submitting",
    "_async.preflight",
    "_sync.account",
    "_sync.submitting",
    "_sync.preflight",
)
"""Modules that a first client, or a first call, would import."""


def prepare_calls() -> None:
    """Import everything that it takes to make calls, httpx included."""
    with FIRST_USE:
        for name in CALL_MODULES:
            import_module(f".{name}", __package__)
        import httpx

        # A first client imports what httpx itself imports late.
        httpx.Client(trust_env=False).close()
        import_module("stringprep")  # for the names of hosts


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
