"""Names that types contain, other than the classes of a module."""

NAMES = frozenset({"Any", "Literal", "bool", "dict", "float", "int", "list", "str"})
