"""`check`: find the generated files that differ from the schemas, and the causes."""
