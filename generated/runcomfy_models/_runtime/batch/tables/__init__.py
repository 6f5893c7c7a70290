# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 5cf6caaf69f1ac34c5cd8e1a34486c79
"""Tables of rows: CSV, JSON lines, dicts."""
