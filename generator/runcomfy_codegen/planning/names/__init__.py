"""The names of modules, classes, attributes and union members, by fixed rules."""
