# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 6c73e4d5831526fddbd1d997a1a8b5b4
"""The databases of a journal: SQLite and PostgreSQL, their tables, their files."""
