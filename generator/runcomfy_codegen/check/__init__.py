"""`check`: which generated files are not what the schemas ask for, and why."""
