"""`diff`: find what changed between two sets of schemas, and what breaks for callers."""
