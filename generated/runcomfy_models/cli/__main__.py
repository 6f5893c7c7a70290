# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 95dd95a584167a4d6371ba8c481e37e7
"""`python -m runcomfy_models.cli` is `runcomfy-models`."""

from . import main

main()
