# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 2bd54f6cd1f126e1ffd2aff6ae1e5cc2
"""How a command ends: its errors, their reports and their exit statuses."""
