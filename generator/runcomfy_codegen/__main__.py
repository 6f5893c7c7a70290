"""Entry point of `runcomfy-codegen`: says what to install where the extra is missing."""

from __future__ import annotations

import sys

from runcomfy_codegen import INTERRUPTED

NEEDS = frozenset(
    "bs4 click datamodel_code_generator jinja2 jsonschema platformdirs rich ruff starlette "
    "uvicorn".split()
)
"""What the extras bring, as it is imported."""

EXTRAS = {"simulate": "testing"}
"""Subcommand: the extra that it needs; all others need `codegen`."""


def main() -> None:
    """Run the command line; exit status 1 where an extra is not installed, 130 after Ctrl-C."""
    try:
        from runcomfy_codegen.cli import run

        status = run()
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in NEEDS:
            raise
        extra = EXTRAS.get("".join(sys.argv[1:2]), "codegen")
        sys.exit(
            f"runcomfy-codegen needs the extra {extra!r} ({error.name} is not installed):\n"
            f'    pip install "runcomfy-models[{extra}]"'
        )
    except KeyboardInterrupt:  # while the command line is still being imported
        print("interrupted; nothing was begun", file=sys.stderr)
        status = INTERRUPTED
    sys.exit(status)


if __name__ == "__main__":
    main()
