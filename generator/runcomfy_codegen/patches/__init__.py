"""The patches of `overrides.toml`: applied to documents, and compared with what the page says."""
