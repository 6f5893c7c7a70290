"""Names that a generated module uses itself, so that no property or model may have them.

Entries are never removed, since that would rename attributes of users. One may be added for a
name that no generated module has yet.
"""

from __future__ import annotations

PYTHON_KEYWORDS = frozenset(
    "False None True and as assert async await break class continue def del elif else except "
    "finally for from global if import in is lambda nonlocal not or pass raise return try "
    "while with yield".split()
)
"""Python's keywords."""

SOFT_KEYWORDS = frozenset({"_", "case", "match", "type"})
"""Python's soft keywords: they cannot name a module, but an attribute."""

MODULE_PARTS = SOFT_KEYWORDS | {"_rules"}
"""Names that no part of a module's name may have. `_rules` is used by the functions of a module,
and a module below it of that name would replace it."""

PYDANTIC = frozenset(
    "construct copy dict from_orm json model_computed_fields model_config model_construct "
    "model_copy model_dump model_dump_json model_extra model_fields model_fields_set "
    "model_json_schema model_parametrized_name model_post_init model_rebuild model_validate "
    "model_validate_json model_validate_strings mro parse_file parse_obj parse_raw register "
    "schema schema_json update_forward_refs validate".split()
)
"""Attributes of `pydantic.BaseModel`, version 2, and of its metaclass."""

BUILTINS = frozenset("bool dict float int list locals self str".split())
"""Builtins in annotations and methods, which a field of that name would shadow."""

MODULE = frozenset(
    "Annotated Any AsyncClient AsyncModelClient AsyncRequest AsyncResult AudioInput Client "
    "ConfigDict Decimal Field INFO ImageInput Input InputDict InputModel JsonValue Literal "
    "MODEL_ID Mapping MediaInput MediaRules MediaSamples MediaTypes ModelClient ModelInfo "
    "NOT_GIVEN NotGiven NotRequired Output OutputModel PRICE_FACTORS Price PriceAmount "
    "PriceChoice RULES Request Required Result Sequence TYPE_CHECKING TypedDict VideoInput "
    "checks overload rules".split()
)
"""Names that a generated module defines or imports."""

METHODS = frozenset("by_wire_name from_strings from_tool rules_in_words to_payload".split())
FIELDS = PYTHON_KEYWORDS | PYDANTIC | BUILTINS | MODULE | METHODS
"""Names that no attribute of an `Input` or `Output` may have."""

TYPES = PYTHON_KEYWORDS | MODULE
"""Names that no nested type may have."""

TEMPLATE_NAMES = frozenset({"gone", "package_without_library", "renamed"})
"""Names of templates beside those of the files at the top of `runcomfy_models`. A vendor's package
of such a name would seem to be made from that template."""

TOP_LEVEL = TEMPLATE_NAMES | frozenset(
    "MODELS agents batch cli errors find import_module journal load prepare progress "
    "testing".split()
)
"""Names at the top of `runcomfy_models` that no vendor's package may have, beside `_…`."""
