"""Entry point of `runcomfy-codegen`: says what to install where the extra is missing."""

from __future__ import annotations

import sys

NEEDS = ("bs4", "black", "click", "datamodel_code_generator", "jinja2", "jsonschema")


def main() -> None:
    """Run the command line; exit status 1 where the extra `codegen` is not installed."""
    try:
        from runcomfy_codegen.cli import run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in NEEDS:
            raise
        sys.exit(
            f"runcomfy-codegen needs the extra 'codegen' ({error.name} is not installed):\n"
            '    pip install "runcomfy-models[codegen]"'
        )
    sys.exit(run())


if __name__ == "__main__":
    main()
