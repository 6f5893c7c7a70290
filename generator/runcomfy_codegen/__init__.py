"""From RunComfy's docs pages to typed client modules: import, validate, generate."""
