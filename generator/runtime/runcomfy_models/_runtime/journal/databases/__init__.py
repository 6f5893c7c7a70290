"""The databases of a journal: SQLite and PostgreSQL, their tables, their files."""
