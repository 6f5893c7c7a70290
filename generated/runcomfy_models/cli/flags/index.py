# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 52dbcb585defa342afa10861165e4226
"""The inputs of one model, as the generator's index has them: `_flags.py`."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .spelling import spellings


@dataclass(frozen=True, kw_only=True)
class Values:
    """The values that a property takes."""

    types: tuple[str, ...]
    """Its JSON types; none for any."""
    choices: tuple[Any, ...]
    """The values, if the schema lists them."""
    media: str | None
    """`image`, `video`, `audio` or `media`; None for other values."""
    items: "Values | None"
    """The items of an array."""
    fields: "Mapping[str, Values]"
    """The properties of an object."""
    open: bool
    """Whether an object takes other names, too."""

    @property
    def is_switch(self) -> bool:
        """Whether it is true or false."""
        return set(self.types) in ({"boolean"}, {"boolean", "null"})

    @property
    def is_list(self) -> bool:
        """Whether it may be a list."""
        return "array" in self.types


ANY = Values(types=(), choices=(), media=None, items=None, fields={}, open=True)
"""Any JSON value."""


@dataclass(frozen=True, kw_only=True)
class Flag:
    """An input of a model, and how it is spelled as an option."""

    name: str
    """Wire name."""
    option: str
    """`--start-image-url`."""
    values: Values
    required: bool
    help: str
    """The page's words."""
    facts: tuple[str, ...]
    """Its range, its default and so on, a line each."""
    samples: frozenset[str]
    """Names of media that the service has."""


Flags = Mapping[str, Flag]
"""Wire name: the input of a model."""

OptionValues = Mapping[str, bool | str | Sequence[str]]
"""Wire name: what was given for an input on the command line."""


def flags_of(model_id: str) -> Flags:
    """Return the inputs of a model by their wire names, in the order of its page."""
    from runcomfy_models._flags import FLAGS

    return read_flags(FLAGS.get(model_id, ()))


def read_flags(lines: tuple[str, ...]) -> Flags:
    """Return the flags that `lines` of the index describe."""
    documents: dict[str, Any] = {
        document["name"]: document for document in map(json.loads, lines)
    }
    values = {name: _values(document) for name, document in documents.items()}
    options = spellings({name: values[name].is_switch for name in documents})
    return {
        name: Flag(
            name=name,
            option=options[name],
            values=values[name],
            required=document.get("required", False),
            help=document.get("help", ""),
            facts=tuple(document.get("facts", ())),
            samples=frozenset(document.get("samples", ())),
        )
        for name, document in documents.items()
    }


def _values(document: dict[str, Any]) -> Values:
    items, fields = document.get("items"), document.get("fields", {})
    return Values(
        types=tuple(document.get("types", ())),
        choices=tuple(document.get("choices", ())),
        media=document.get("media"),
        items=_values(items) if items else None,
        fields={name: _values(member) for name, member in fields.items()},
        open=document.get("open", False),
    )
