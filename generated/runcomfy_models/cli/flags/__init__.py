# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: a5637b50697f82a43cee345a5ea7898e
"""The inputs of a model as flags: made of the index of the generator, no model is imported."""
