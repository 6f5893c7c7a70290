"""Names that a generated module already uses: frozen, since renaming an attribute breaks users.

A new entry may be added for a name that no generated module has yet; none is ever removed.
"""

from __future__ import annotations

KEYWORDS = frozenset(
    "False None True and as assert async await break class continue def del elif else except "
    "finally for from global if import in is lambda nonlocal not or pass raise return try "
    "while with yield".split()
)
"""Python's keywords: no identifier anywhere."""

SOFT_KEYWORDS = frozenset({"_", "case", "match", "type"})
"""Words that are keywords in some places: no name of a module, but fine as an attribute."""

PYDANTIC = frozenset(
    "construct copy dict from_orm json model_computed_fields model_config model_construct "
    "model_copy model_dump model_dump_json model_extra model_fields model_fields_set "
    "model_json_schema model_parametrized_name model_post_init model_rebuild model_validate "
    "model_validate_json model_validate_strings mro parse_file parse_obj parse_raw register "
    "schema schema_json update_forward_refs validate".split()
)
"""Attributes of `pydantic.BaseModel`, version 2, and of its metaclass."""

BUILTINS = frozenset("bool dict float int list locals self str".split())
"""Builtins that stand in annotations and methods: a field of that name would shadow them."""

MODULE = frozenset(
    "Annotated Any AsyncClient AsyncModelClient AsyncRequest AsyncResult AudioInput Client "
    "ConfigDict Field ImageInput Input InputModel JsonValue Literal MODEL_ID Mapping MediaInput "
    "MediaRules ModelClient NOT_GIVEN NotGiven NotRequired Output OutputModel Request Required "
    "Result Sequence TypedDict VideoInput checks".split()
)
"""What a generated module defines or imports."""

FIELDS = KEYWORDS | PYDANTIC | BUILTINS | MODULE | {"by_wire_name", "to_payload"}
"""Names that no attribute of an `Input` or `Output` gets."""

TYPES = KEYWORDS | MODULE
"""Names that no nested type gets."""

PACKAGE = frozenset("MODELS errors import_module load progress testing".split())
"""Names at the top of `runcomfy_models` that no provider's package gets; nor any with `_` first."""
