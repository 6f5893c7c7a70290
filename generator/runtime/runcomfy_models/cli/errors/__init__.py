"""The end of a command: errors, their reports and their exit statuses."""
