# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 76aea67fc20731bf26d71d004d43d710
"""What the commands print, for people and for programs."""
