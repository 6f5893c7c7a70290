"""How a command ends: its errors, their reports and their exit statuses."""
