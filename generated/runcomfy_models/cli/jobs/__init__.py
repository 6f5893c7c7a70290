# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 5434fa7307514176d8299209c4254f42
"""A job from the shell: checked, paid, followed and downloaded; alone, by its id, or in a batch."""
