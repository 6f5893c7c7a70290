"""Show classes and methods as users write them, in `help()`, notebooks and editors."""
