"""Measure the generator: whole processes, over a corpus of invented models."""
