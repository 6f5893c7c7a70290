# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: d03f8ff81e00fd309909327cf9834f0b
"""Make up values that fit a JSON Schema: the same ones each time, and quickly."""
