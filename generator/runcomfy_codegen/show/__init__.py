"""A look at the schemas in a terminal."""
