"""Read types in the strict sense of JSON, where pydantic differs."""
