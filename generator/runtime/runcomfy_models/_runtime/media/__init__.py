"""Media inputs: local files, `data:` URIs and URLs, and the rules for their files."""
