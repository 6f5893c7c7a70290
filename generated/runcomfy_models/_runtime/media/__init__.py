# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 3aac5688616387b851da100037e4c132
"""Media inputs: what may be given for one, what its file has to be like."""
