"""The page of a model: what it does, its price, inputs, output, examples and changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from runcomfy_codegen.planning.ir import InfoSpec, ModelSpec
from runcomfy_codegen.releases.model_history import Changes
from runcomfy_codegen.site.examples import Example
from runcomfy_codegen.site.property_table import TableRow, property_table

_TASK = re.compile(
    r"(?<![a-z])(?:[a-z]+-to-[a-z]+|first-last-frame|(?:image-|video-|audio-)?"
    r"(?:edit|extend|inpaint|outpaint|transition|upscale|lipsync|remix))(?![a-z])"
)
"""The part of a model_id that names its task: `image-to-video`, `edit`."""


@dataclass(frozen=True)
class ModelPage:
    """The context of the template of a model's page."""

    model: ModelSpec
    examples: Sequence[Example]
    changes: Sequence[Changes]

    @property
    def path(self) -> str:
        """The path of the page's Markdown. Its folder has the id, which may end in `index`."""
        return f"models/{self.model.model_id}/index.md"

    @property
    def link(self) -> str:
        """The page as a relative URL, from that of all models."""
        return f"{self.model.model_id.url_path}/index.md"

    @property
    def title(self) -> str:
        """The catalog's name, else the model_id."""
        return self.info.display_name or str(self.model.model_id)

    @property
    def info(self) -> InfoSpec:
        """The facts of the catalog and of the docs page."""
        return self.model.info

    @property
    def docs_url(self) -> str:
        """The address of the docs page, percent-encoded; empty if it is not known."""
        return quote(self.model.docs_url or "", safe="/:?=&%#,;+@~.-_")

    @property
    def vendor(self) -> str:
        """The first part of the model_id."""
        return self.model.model_id.segments[0]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kind of the model: from the catalog, else from its id."""
        from_catalog = (self.info.kind, *(self.info.categories or ()))
        return tuple(filter(None, from_catalog)) or tuple(_TASK.findall(self.model.model_id)[:1])

    @property
    def price(self) -> str:
        """The catalog's price in words."""
        if self.info.price is None:
            return "not known"
        return f"{self.info.price} US dollars per {self.info.price_unit or 'job'}"

    @cached_property
    def inputs(self) -> list[TableRow]:
        """A row for each input."""
        return property_table(self.model.input.json_schema, self.model.rules)

    @cached_property
    def outputs(self) -> list[TableRow]:
        """A row for each part of the output."""
        return property_table(self.model.output.json_schema)
