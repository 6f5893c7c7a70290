"""Diagnostics: what the generator reports about its input, as values."""
