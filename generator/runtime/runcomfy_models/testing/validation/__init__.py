"""Check submissions as the service would: their schema, media, and rules in words."""
