"""The types of schemas, and the checks of what a type cannot express."""
