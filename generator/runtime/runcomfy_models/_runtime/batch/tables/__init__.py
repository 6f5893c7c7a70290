"""Tables of rows: CSV, JSON lines, dicts."""
