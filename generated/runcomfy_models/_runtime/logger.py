# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 378bfda99f3879eae41d2c491128034d
"""The logger of the library: calls and failed attempts, never the token."""

import logging

LOGGER = logging.getLogger("runcomfy_models")
