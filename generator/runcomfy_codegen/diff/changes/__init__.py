"""What changed: one file for each thing that may differ between the two sides."""
