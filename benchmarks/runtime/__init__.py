"""Measure the clients: imports, calls, many jobs, inputs."""
