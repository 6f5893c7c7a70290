"""JSON Schema: values, pointers, keywords, subschemas and validation."""
