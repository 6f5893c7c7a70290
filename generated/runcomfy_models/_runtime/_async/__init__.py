# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 4dbfa47bbe2418db78a571bc1e3070df
"""Everything that waits, asynchronously. `_sync/` is derived from it by a script."""
