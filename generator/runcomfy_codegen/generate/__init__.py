"""`generate`: build only what changed; the output is the same as that of a full build."""
