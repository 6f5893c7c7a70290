"""Print the output of commands, for people and for programs."""
