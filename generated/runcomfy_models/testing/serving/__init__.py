# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 5b756c706616c4a296d656014d693100
"""Serve HTTP: routes, connections, files, and the faults that an answer meets."""
