"""Parse RunComfy docs pages, as text or HTML, into the documents of `schemas/`."""
