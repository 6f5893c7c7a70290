"""Whether a call has gone out, as httpcore tells step by step."""

from typing import Any

BEGINS = ".send_request_headers.started"
"""How the name of the step ends before which nothing of a call was sent.

Source: httpcore's docs on its extension `trace`; the same for HTTP/1.1 and HTTP/2.
"""


class AsyncSending:
    """Notes the steps of one call: it is the extension `trace` of its request."""

    def __init__(self) -> None:
        """Nothing has happened yet."""
        self.begun: bool | None = None
        """Whether the call itself was begun, and not only a tunnel through a proxy.

        None where there were no steps: a transport of another kind tells none.
        """

    async def __call__(self, step: str, info: dict[str, Any]) -> None:
        """Note a step; httpcore calls this."""
        calls = step.endswith(BEGINS) and info["request"].method != b"CONNECT"
        self.begun = self.begun or calls
