# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 7425d257a5a1617e91f53f5c37dc1ecb
"""The private names of other libraries that this package depends on: all of them are here.

`tests/runtime/test_private_names.py` fails if a library changes one.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx

PYDANTIC_BASE_INIT = "__pydantic_base_init__"
"""Marks an `__init__` that `model_validate` does not go through.

`Input(…)` takes Python names and `model_validate` wire names. Without the mark, pydantic
would send the wire names through `__init__`.
"""

PYDANTIC_NAMESPACE_DEPTH = "_parent_namespace_depth"
"""Keyword of `model_rebuild`: in which frame above it names of types are looked up.

A method that wraps it adds a frame.
"""


def wrap_network_backends(
    http: "httpx.Client | httpx.AsyncClient", wrap: Callable[[Any], Any]
) -> bool:
    """Replace the network backend of each connection pool of `http` by `wrap` of it.

    Returns False if some transport has no pool of httpcore, such as that of a test.
    """
    # httpcore takes a network backend as an argument, but httpx, which makes the pools,
    # does not pass one on. It makes one transport for direct calls, and one for each proxy.
    mounted: dict[object, Any] = getattr(http, "_mounts", {})
    proxies = [transport for transport in mounted.values() if transport is not None]
    transports = [getattr(http, "_transport", None), *proxies]
    pools = [getattr(transport, "_pool", None) for transport in transports]
    for pool in filter(None, pools):
        pool._network_backend = wrap(pool._network_backend)
    return all(pools)
