# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""Media inputs: what may be given for one, what its file has to be like."""
