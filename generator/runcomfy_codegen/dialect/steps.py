"""The steps that turn one schema of the dialect into plain JSON Schema 2020-12, in their order.

Each takes a schema (a dict that the step may change), its JSON pointer, and a collector. Subschemas
are read before the schema that they are in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.dialect.enums import keep_typed_enum_values
from runcomfy_codegen.dialect.media import (
    keep_media_samples,
    read_media_format,
    read_media_limits,
    read_media_name,
)
from runcomfy_codegen.dialect.nulls import read_nullable
from runcomfy_codegen.dialect.positions import Position
from runcomfy_codegen.dialect.quirks import (
    allow_more_items,
    allow_more_properties,
    allow_unnamed_properties,
    drop_invalid_keywords,
    drop_translation_keys,
    drop_unenforced_keywords,
    drop_unknown_keywords,
    imply_object_type,
    infer_type_from_enum,
    keep_existing_required,
    read_type_names,
    refuse_nested_id,
    refuse_unsupported_patterns,
)
from runcomfy_codegen.json_schema.values import Schema

Step = Callable[[Schema, str, Collector], None]
Steps = Mapping[Position, tuple[Step, ...]]
"""Position of a schema: its steps."""

_KEYWORD_STEPS: tuple[Step, ...] = (
    drop_unknown_keywords,
    refuse_nested_id,
    refuse_unsupported_patterns,
)
_MEDIA_STEPS: tuple[Step, ...] = (
    read_media_format,
    read_media_name,
    keep_media_samples,
    read_media_limits,
)

INPUT_STEPS: Steps = {
    Position.WHOLE: (
        *_KEYWORD_STEPS,
        imply_object_type,
        read_type_names,
        *_MEDIA_STEPS,
        keep_existing_required,
        keep_typed_enum_values,
        drop_translation_keys,
        read_nullable,
    ),
    Position.PART: (
        *_KEYWORD_STEPS,
        read_type_names,
        *_MEDIA_STEPS,
        keep_typed_enum_values,
        drop_translation_keys,
        read_nullable,
    ),
    Position.TEST: (*_KEYWORD_STEPS, read_type_names, read_nullable),
}
"""The steps for an input, in this order: later ones rely on plain types."""

_OUTPUT_STEPS: tuple[Step, ...] = (
    read_type_names,
    keep_typed_enum_values,
    infer_type_from_enum,
    allow_more_items,
    allow_more_properties,
    drop_unenforced_keywords,
    imply_object_type,
    read_media_format,
    drop_translation_keys,
    read_nullable,
)
OUTPUT_STEPS: Steps = dict.fromkeys(Position, _OUTPUT_STEPS)
"""The steps for an output, which is read and not checked."""

_STATED_OUTPUT_STEPS: tuple[Step, ...] = (
    imply_object_type,
    read_type_names,
    allow_unnamed_properties,
    keep_existing_required,
    drop_invalid_keywords,
    drop_unknown_keywords,
    refuse_unsupported_patterns,
    read_media_format,
    keep_typed_enum_values,
    drop_translation_keys,
    read_nullable,
)
STATED_OUTPUT_STEPS: Steps = dict.fromkeys(Position, _STATED_OUTPUT_STEPS)
"""The steps for everything that a page says about an output, constraints included."""
