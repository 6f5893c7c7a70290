"""The vocabulary of JSON Schema: values, pointers, keywords, subschemas, validation."""
