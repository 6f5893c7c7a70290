"""Names that types contain, other than the classes of a module."""

BUILTIN_TYPE_NAMES = frozenset({"Any", "Literal", "bool", "dict", "float", "int", "list", "str"})
