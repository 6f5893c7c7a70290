"""Media inputs: what may be given for one, what its file has to be like."""
