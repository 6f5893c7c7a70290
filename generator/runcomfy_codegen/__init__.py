"""From RunComfy's docs pages to typed client modules: import, validate, generate."""

INTERRUPTED = 130
"""Exit status after Ctrl-C."""
