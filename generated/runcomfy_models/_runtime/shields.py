# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 37a066e9d2f8982a2321d6860b24e58f
"""A last call that the cancellation of its task does not break off. Written by hand, twice."""

from types import TracebackType


class AsyncShield:
    """Around calls that are made while the task is cancelled, in a scope of anyio too."""

    async def __aenter__(self) -> None:
        """Hold cancellation off."""
        import anyio

        self._scope = anyio.CancelScope(shield=True)
        self._scope.__enter__()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Let it through again."""
        self._scope.__exit__(kind, error, traceback)


class Shield:
    """Nothing: a thread is not cancelled."""

    def __enter__(self) -> None:
        """Nothing."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Nothing."""
