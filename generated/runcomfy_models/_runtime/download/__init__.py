# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: b729f8b472ad888b3dde1f210414462b
"""Store the files of a result: check URLs, choose names, and publish whole files only."""
