"""The parts that wait, asynchronously; `_sync` is derived from these files."""
