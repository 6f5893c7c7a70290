"""Serve HTTP: routes, connections, files, and the faults that an answer meets."""
