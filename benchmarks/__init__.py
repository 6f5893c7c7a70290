"""What the project costs, measured against its peers in one run: `make bench`."""
