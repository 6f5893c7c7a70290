"""Everything that waits, asynchronously. `_sync/` is derived from it by a script."""
