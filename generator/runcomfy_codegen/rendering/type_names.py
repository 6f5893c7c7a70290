"""The names that types are made of, apart from the classes of a module."""

NAMES = frozenset({"Any", "Literal", "bool", "dict", "float", "int", "list", "str"})
