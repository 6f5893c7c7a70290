"""`python -m runcomfy_models.cli` is `runcomfy-models`."""

from . import main

main()
