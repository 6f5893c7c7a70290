"""A model by its id: found, completed, described, and its client."""
