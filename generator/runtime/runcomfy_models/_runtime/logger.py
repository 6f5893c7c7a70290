"""The logger of the library: calls and failed attempts, never the token."""

import logging

LOGGER = logging.getLogger("runcomfy_models")
