"""What the generator reports about its input."""
