"""Building no more than what changed: the result is that of a build from nothing, to the byte."""
