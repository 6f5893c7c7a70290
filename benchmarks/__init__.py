"""Measure the project beside its peers, in one run: `make bench`."""
