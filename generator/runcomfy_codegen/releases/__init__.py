"""Releases: the next version after what changed, and the change log's entries by version."""
