"""The changes between two sides: one file for each thing that may differ."""
