"""Reading RunComfy's docs pages: from what a browser gives to the documents in `schemas/`."""
