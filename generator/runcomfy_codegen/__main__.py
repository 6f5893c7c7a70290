"""Entry point of `runcomfy-codegen`; works without the extras, to say which one is missing."""

from __future__ import annotations

import sys

from runcomfy_codegen.interruption import exit_status, interrupt_on_signals

_PACKAGES_OF_EXTRAS = frozenset(
    "bs4 click datamodel_code_generator griffe jinja2 jsonschema jsonschema_rs "
    "mkdocstrings_handlers platformdirs referencing regress rich rstr ruff starlette uvicorn "
    "zensical".split()
)
"""Top-level packages that the extras install."""

_EXTRAS = {"docs": "docs", "simulate": "testing"}
"""Subcommand: the extra that it needs, unless that is `codegen`."""


def main() -> None:
    """Run the command line; exit with 1 if an extra is not installed.

    After Ctrl-C, SIGTERM or SIGHUP the exit status is 128 and the number of the signal.
    """
    interrupt_on_signals()
    try:
        from runcomfy_codegen.cli import run

        status = run()
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _PACKAGES_OF_EXTRAS:
            raise
        extra = _EXTRAS.get("".join(sys.argv[1:2]), "codegen")
        sys.exit(
            f"runcomfy-codegen needs the extra {extra!r} ({error.name} is not installed):\n"
            f'    pip install "runcomfy-models[{extra}]"'
        )
    except KeyboardInterrupt as error:  # during the import: later, `run` handles it
        print("interrupted; nothing was done", file=sys.stderr)
        status = exit_status(error)
    sys.exit(status)


if __name__ == "__main__":
    main()
