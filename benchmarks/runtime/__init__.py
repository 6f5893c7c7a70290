"""Measure the clients: imports, inputs, calls, many jobs, batches, commands."""
