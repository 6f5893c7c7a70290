# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 09a0e3071bd1c93faf134d9668c542dc
"""Show classes and methods as users write them, in `help()`, notebooks and editors."""
