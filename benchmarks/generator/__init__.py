"""What generating costs: as whole processes, over a corpus of invented models."""
