"""The documentation site: guides, an API reference, and a page for each model."""
