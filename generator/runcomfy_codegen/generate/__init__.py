"""`generate`: build no more than what changed, with the bytes of a build from nothing."""
