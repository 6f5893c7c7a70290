"""The names that a type may hold."""

NAMES = frozenset({"Any", "Literal", "bool", "dict", "float", "int", "list", "str"})
"""Every one that is not a class of the module's own."""
